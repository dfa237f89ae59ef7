//! The formats of scalars, as they travel in JSON strings.

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

fn is_timestamp(text: &str) -> bool {
    let Some((head, zone)) = text
        .char_indices()
        .skip(19)
        .find(|(_, letter)| "Zz+-".contains(*letter))
        .map(|(at, _)| text.split_at(at))
    else {
        return false;
    };
    let (seconds, fraction) = head.split_at_checked(19).unwrap_or((head, ""));
    let zone_is_right =
        zone.eq_ignore_ascii_case("z") || shaped(zone, "+dd:dd") || shaped(zone, "-dd:dd");
    let fraction_is_right = fraction.is_empty()
        || fraction.strip_prefix('.').is_some_and(|digits| {
            !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
        });
    let date_is_right =
        shaped(seconds, "dddd-dd-ddTdd:dd:dd") || shaped(seconds, "dddd-dd-ddtdd:dd:dd");
    zone_is_right && fraction_is_right && date_is_right && text.parse::<jiff::Timestamp>().is_ok()
}

fn is_duration(text: &str) -> bool {
    let body = text.strip_prefix('-').unwrap_or(text);
    body.starts_with('P') && text.parse::<jiff::Span>().is_ok()
}

fn is_uuid(text: &str) -> bool {
    shaped(text, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx")
}

fn is_email(text: &str) -> bool {
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
    let scheme_is_right = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    scheme_is_right && !rest.is_empty() && rest != "//" && has_uri_letters(rest)
}

fn has_uri_letters(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().all(|(index, byte)| match byte {
        b'%' => bytes
            .get(index + 1..index + 3)
            .is_some_and(|pair| pair.iter().all(u8::is_ascii_hexdigit)),
        _ => byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=".contains(byte),
    })
}

fn is_base64(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    text.len().is_multiple_of(4)
        && text.len() - digits.len() <= 2
        && digits.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/')
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
            &["2026-11-22T08:30:00Z", "2026-11-22t08:30:00.125+01:00"],
            &[
                "2026-11-22T08:30:00",
                "2026-11-22 08:30:00Z",
                "2026-11-22T08:30:00.Z",
                "2026-13-22T08:30:00Z",
                "é",
                "ééééééééééééééééééééZ",
            ],
        );
        check(Builtin::Duration, &["PT15M", "P30D", "-PT1.5S"], &["15m", "P", "", "1 day"]);
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
            &["https://example.com/a?b#c", "urn:isbn:1"],
            &["/orders", "example.com", "https:// x", "http:%zz"],
        );
        check(Builtin::Bytes, &["", "aGVsbG8="], &["aGVsbG8", "aGV-bG8=", "===="]);
        check(Builtin::Decimal, &["12.50"], &["12,50"]);
    }
}
