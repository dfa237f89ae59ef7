//! The formats of scalars, as they travel in JSON strings: the grammar by which the runtime reads them, or less.

use std::net::Ipv6Addr;

use crate::ir::Builtin;
use crate::resolve::numbers;

/// What is wrong with a string as a value of a type; `None` when nothing is, or when any string will do.
pub fn mistake(ty: Builtin, text: &str) -> Option<&'static str> {
    let (right, expected) = match ty {
        Builtin::Decimal => (numbers::is_decimal(text), "a decimal number such as `12.50`"),
        Builtin::Date => (is_date(text), "a date such as `2026-11-22`"),
        Builtin::Timestamp => {
            (is_timestamp(text), "an RFC 3339 timestamp such as `2026-11-22T08:30:00Z`")
        }
        Builtin::Duration => (is_duration(text), "an ISO 8601 duration such as `PT15M`"),
        Builtin::Uuid => (is_uuid(text), "a UUID such as `01936f5e-7c1a-7b7e-9a44-2f1d3c5b7a90`"),
        Builtin::Email => (is_email(text), "an e-mail address such as `ada@example.com`"),
        Builtin::Uri => (is_uri(text), "an absolute URI such as `https://example.com/orders`"),
        Builtin::Bytes => (is_base64(text), "base64 with padding such as `aGVsbG8=`"),
        Builtin::String
        | Builtin::Boolean
        | Builtin::Int32
        | Builtin::Int64
        | Builtin::Float64
        | Builtin::Any => {
            return None;
        }
    };
    (!right).then_some(expected)
}

/// Whether a text is `YYYY-MM-DD` and a day of the calendar.
pub fn is_date(text: &str) -> bool {
    shaped(text, "dddd-dd-dd") && text.parse::<jiff::civil::Date>().is_ok()
}

/// An RFC 3339 date-time of at most nine fraction digits; second 60 only where UTC can have it, at 23:59:60.
fn is_timestamp(text: &str) -> bool {
    let Some((date_time, rest)) = text.split_at_checked(19) else { return false };
    if !shaped(&date_time.to_ascii_uppercase(), "dddd-dd-ddTdd:dd:dd") {
        return false;
    }
    let zone = match rest.strip_prefix('.') {
        None => rest,
        Some(fraction) => {
            let zone = fraction.trim_start_matches(|letter: char| letter.is_ascii_digit());
            if !(1..=9).contains(&(fraction.len() - zone.len())) {
                return false;
            }
            zone
        }
    };
    let Some(offset) = offset_minutes(zone) else { return false };
    let (hour, minute) = (two_digits(&text[11..]), two_digits(&text[14..]));
    let is_leap = &text[17..19] == "60";
    if is_leap && (hour * 60 + minute - offset).rem_euclid(1440) != 1439 {
        return false;
    }
    text.parse::<jiff::Timestamp>().is_ok()
}

/// Minutes east of Greenwich of `Z` or `±hh:mm`.
fn offset_minutes(zone: &str) -> Option<i32> {
    if zone.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    if !shaped(zone, "+dd:dd") && !shaped(zone, "-dd:dd") {
        return None;
    }
    let (hours, minutes) = (two_digits(&zone[1..]), two_digits(&zone[4..]));
    let sign = if zone.starts_with('-') { -1 } else { 1 };
    (hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

fn two_digits(text: &str) -> i32 {
    text.bytes().take(2).fold(0, |value, digit| value * 10 + i32::from(digit) - i32::from(b'0'))
}

/// RFC 3339, appendix A: whole units, each once and in order, none left out between two others, weeks alone.
fn is_duration(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('P') else { return false };
    let (date, time) = match rest.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (rest, None),
    };
    let is_right = match (date, time) {
        ("", None) => false,
        (date, None) => has_units(date, "W") || has_units(date, "YMD"),
        (date, Some(time)) => (date.is_empty() || has_units(date, "YMD")) && has_units(time, "HMS"),
    };
    is_right && text.parse::<jiff::Span>().is_ok()
}

/// Whether a text is counts, each with a unit, the units being consecutive ones of those given.
fn has_units(text: &str, units: &str) -> bool {
    let written: String = text.chars().filter(|letter| !letter.is_ascii_digit()).collect();
    !written.is_empty()
        && units.contains(&written)
        && text.ends_with(|last: char| !last.is_ascii_digit())
        && text.split_terminator(|letter: char| !letter.is_ascii_digit()).all(|it| !it.is_empty())
}

fn is_uuid(text: &str) -> bool {
    shaped(text, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx")
}

/// Whether a text is an e-mail address (RFC 5321).
pub fn is_email(text: &str) -> bool {
    let Some((local, host)) = text.rsplit_once('@') else { return false };
    let atom =
        |letter: u8| letter.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~-.".contains(&letter);
    let local_is_right = (1..=64).contains(&local.len())
        && local.bytes().all(atom)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..");
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    local_is_right && host.len() <= 253 && host.split('.').all(label)
}

/// Whether a text is an absolute URI (RFC 3986).
pub fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    let is_empty = rest.is_empty() || rest == "//";
    let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let (hierarchy, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (authority, path) = match hierarchy.strip_prefix("//") {
        Some(after) => after.split_at(after.find('/').unwrap_or(after.len())),
        None => ("", hierarchy),
    };
    is_scheme
        && !is_empty
        && is_authority(authority)
        && is_made_of(path, b":@/")
        && is_made_of(query, b":@/?")
        && is_made_of(fragment, b":@/?")
}

fn is_authority(authority: &str) -> bool {
    let (user, host_and_port) = authority.rsplit_once('@').unwrap_or(("", authority));
    let (host, port) = match host_and_port.strip_prefix('[') {
        Some(literal) => match literal.split_once(']') {
            Some((address, port)) if address.parse::<Ipv6Addr>().is_ok() => {
                ("", if port.is_empty() { ":" } else { port })
            }
            _ => return false,
        },
        None => match host_and_port.find(':') {
            Some(colon) => host_and_port.split_at(colon),
            None => (host_and_port, ":"),
        },
    };
    let port = port.strip_prefix(':');
    is_made_of(user, b":")
        && is_made_of(host, b"")
        && port.is_some_and(|port| port.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a text holds only unreserved characters, sub-delimiters, percent-encoded bytes and `more`.
fn is_made_of(text: &str, more: &[u8]) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().all(|(index, byte)| match byte {
        b'%' => bytes
            .get(index + 1..index + 3)
            .is_some_and(|pair| pair.iter().all(u8::is_ascii_hexdigit)),
        _ => {
            byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=".contains(byte) || more.contains(byte)
        }
    })
}

/// Base64 with padding (RFC 4648, section 4); the bits that no byte needs are zero.
fn is_base64(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    let last: &[u8] = match text.len() - digits.len() {
        0 => b"",
        1 => b"AEIMQUYcgkosw048",
        2 => b"AQgw",
        _ => return false,
    };
    text.len().is_multiple_of(4)
        && digits.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/')
        && (last.is_empty() || digits.bytes().next_back().is_some_and(|byte| last.contains(&byte)))
}

/// Whether a text follows a template: `d` a digit, `x` a hexadecimal digit, everything else itself.
fn shaped(text: &str, template: &str) -> bool {
    text.len() == template.len()
        && text.bytes().zip(template.bytes()).all(|(byte, mark)| match mark {
            b'd' => byte.is_ascii_digit(),
            b'x' => byte.is_ascii_hexdigit(),
            _ => byte == mark,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(ty: Builtin, right: &[&str], wrong: &[&str]) {
        for text in right {
            assert_eq!(mistake(ty, text), None, "{ty:?} {text}");
        }
        for text in wrong {
            assert!(mistake(ty, text).is_some(), "{ty:?} {text}");
        }
    }

    #[test]
    fn formats_are_asserted() {
        check(
            Builtin::Date,
            &["2026-11-22", "2024-02-29"],
            &["2026-02-29", "20261122", "2026-11-22T00:00:00", ""],
        );
        check(
            Builtin::Timestamp,
            &["2026-11-22T08:30:00Z", "2026-11-22t08:30:00.125+01:00", "1998-12-31T15:59:60-08:00"],
            &[
                "2026-11-22T08:30:00",
                "2026-11-22 08:30:00Z",
                "2026-11-22T08:30:00.Z",
                "2026-13-22T08:30:00Z",
                "2026-11-22T08:30:00.1234567891Z",
                "2026-11-22T12:00:60Z",
                "2026-11-22T08:30:00+24:00",
                "é",
                "ééééééééééééééééééééZ",
            ],
        );
        check(
            Builtin::Duration,
            &["PT15M", "P30D", "P2W", "P1Y2M3DT4H5M6S", "PT0S"],
            &["15m", "P", "", "1 day", "-PT1S", "PT1.5S", "P1DT", "PT1H1S", "P1Y2W", "PT1D", "p1d"],
        );
        check(
            Builtin::Uuid,
            &["01936F5E-7c1a-7b7e-9a44-2f1d3c5b7a90"],
            &["01936f5e7c1a7b7e9a442f1d3c5b7a90", "x"],
        );
        check(
            Builtin::Email,
            &["ada@example.com", "a.b+c@x-y.org"],
            &["ada", "@x.org", "a..b@x.org", "a@-x.org", "a b@x.org"],
        );
        check(
            Builtin::Uri,
            &["https://example.com/a?b#c", "urn:isbn:1", "http://u:p@[2001:db8::7]:8080/a"],
            &[
                "/orders",
                "example.com",
                "https:// x",
                "http:%zz",
                "x:a#b#c",
                "http://h:port/",
                "http://[::1",
                "http://ex[ample",
            ],
        );
        check(
            Builtin::Bytes,
            &["", "aGVsbG8="],
            &["aGVsbG8", "aGV-bG8=", "====", "QR==", "aGVsbG9="],
        );
        check(Builtin::Decimal, &["12.50"], &["12,50"]);
    }
}
