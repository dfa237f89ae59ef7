//! The formats of the language, asserted: uuid, date, timestamp, duration, email, uri, base64.
//!
//! Each function answers what is wrong, in words that follow "must be ". A value that passes here is one that the
//! type behind it can read.

use std::net::{Ipv4Addr, Ipv6Addr};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::types::{Date, Duration, Timestamp, Uuid};

/// Refuses anything but a UUID with hyphens.
pub(crate) fn uuid(text: &str) -> Option<&'static str> {
    // Of the forms that the type reads, only the one with hyphens has this length.
    let is_uuid = text.len() == 36 && Uuid::try_parse(text).is_ok();
    (!is_uuid).then_some("a UUID, for example 0192d3a4-7c6e-7b1a-9f58-2f9e4d1c6b70")
}

/// Refuses anything but `YYYY-MM-DD`.
pub(crate) fn date(text: &str) -> Option<&'static str> {
    let is_date = has_form(text, "dddd-dd-dd") && text.parse::<Date>().is_ok();
    (!is_date).then_some("a date, for example 2026-11-22")
}

/// Refuses anything but an RFC 3339 date-time; second 60 only where UTC can have it, at 23:59:60.
pub(crate) fn timestamp(text: &str) -> Option<&'static str> {
    (!is_timestamp(text))
        .then_some("a date and time with an offset (RFC 3339), for example 2026-11-22T09:30:00Z")
}

fn is_timestamp(text: &str) -> bool {
    let Some((date_time, rest)) = text.split_at_checked(19) else { return false };
    if !has_form(&date_time.to_ascii_uppercase(), "dddd-dd-ddTdd:dd:dd") {
        return false;
    }
    let rest = match rest.strip_prefix('.') {
        Some(fraction) => {
            let digits = fraction.bytes().take_while(u8::is_ascii_digit).count();
            if !(1..=9).contains(&digits) {
                return false;
            }
            &fraction[digits..]
        }
        None => rest,
    };
    let is_zulu = matches!(rest, "Z" | "z");
    if !is_zulu && !has_form(rest, "+dd:dd") && !has_form(rest, "-dd:dd") {
        return false;
    }
    let offset = if is_zulu { 0 } else { offset_minutes(rest) };
    let Some(offset) = (-1439..=1439).contains(&offset).then_some(offset) else { return false };
    let (hour, minute) = (two_digits(&text[11..]), two_digits(&text[14..]));
    let is_leap = &text[17..19] == "60";
    if is_leap && (hour * 60 + minute - offset).rem_euclid(1440) != 1439 {
        return false;
    }
    text.parse::<Timestamp>().is_ok()
}

/// Minutes east of Greenwich of `±hh:mm`; out of every range when the minutes are.
fn offset_minutes(text: &str) -> i32 {
    let (hours, minutes) = (two_digits(&text[1..]), two_digits(&text[4..]));
    if hours > 23 || minutes > 59 {
        return i32::MAX;
    }
    if text.starts_with('-') { -(hours * 60 + minutes) } else { hours * 60 + minutes }
}

fn two_digits(text: &str) -> i32 {
    text.bytes().take(2).fold(0, |value, digit| value * 10 + i32::from(digit) - i32::from(b'0'))
}

/// Refuses anything but a duration as in RFC 3339, appendix A.
pub(crate) fn duration(text: &str) -> Option<&'static str> {
    text.parse::<Duration>().err().map(|_| "a duration (ISO 8601), for example P3DT12H")
}

/// Refuses anything but an address as in RFC 5321, section 4.1.2.
pub(crate) fn email(text: &str) -> Option<&'static str> {
    let is_address = text.rsplit_once('@').is_some_and(|(local, domain)| {
        local.len() <= 64 && is_local_part(local) && is_mail_domain(domain)
    });
    (!is_address).then_some("an e-mail address, for example ada@example.com")
}

fn is_local_part(local: &str) -> bool {
    if let Some(quoted) = local.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        return local.len() >= 2 && is_quoted(quoted);
    }
    let is_text = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte);
    local.split('.').all(|atom| !atom.is_empty() && atom.bytes().all(is_text))
}

fn is_quoted(text: &str) -> bool {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let is_fine = match byte {
            b'\\' => matches!(bytes.next(), Some(0x20..=0x7e)),
            b'"' => false,
            byte => (0x20..=0x7e).contains(&byte),
        };
        if !is_fine {
            return false;
        }
    }
    true
}

fn is_mail_domain(domain: &str) -> bool {
    if let Some(literal) = domain.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return match literal.strip_prefix("IPv6:") {
            Some(address) => address.parse::<Ipv6Addr>().is_ok(),
            None => literal.parse::<Ipv4Addr>().is_ok(),
        };
    }
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    domain.len() <= 253 && domain.split('.').all(is_label)
}

/// Refuses anything but a URI with a scheme (RFC 3986).
pub(crate) fn uri(text: &str) -> Option<&'static str> {
    (!is_uri(text)).then_some("an absolute URI, for example https://example.com/a")
}

fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let (hierarchy, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (authority, path) = match hierarchy.strip_prefix("//") {
        Some(after) => after.split_at(after.find('/').unwrap_or(after.len())),
        None => ("", hierarchy),
    };
    is_scheme
        && is_authority(authority)
        && is_made_of(path, b":@/")
        && is_made_of(query, b":@/?")
        && is_made_of(fragment, b":@/?")
}

fn is_authority(authority: &str) -> bool {
    let (user, host_and_port) = authority.rsplit_once('@').unwrap_or(("", authority));
    let (host, port) = match host_and_port.strip_prefix('[') {
        Some(literal) => {
            let Some((address, after)) = literal.split_once(']') else { return false };
            let is_address = address.parse::<Ipv6Addr>().is_ok() || is_future_address(address);
            if !is_address || !(after.is_empty() || after.starts_with(':')) {
                return false;
            }
            ("", after.strip_prefix(':').unwrap_or(""))
        }
        None => host_and_port.split_once(':').unwrap_or((host_and_port, "")),
    };
    is_made_of(user, b":")
        && is_made_of(host, b"")
        && port.bytes().all(|byte| byte.is_ascii_digit())
}

/// `IPvFuture` of RFC 3986: `v`, hexadecimal digits, a period and some characters.
fn is_future_address(address: &str) -> bool {
    let Some((version, rest)) =
        address.strip_prefix(['v', 'V']).and_then(|rest| rest.split_once('.'))
    else {
        return false;
    };
    !version.is_empty()
        && version.bytes().all(|byte| byte.is_ascii_hexdigit())
        && !rest.is_empty()
        && !rest.contains('%')
        && is_made_of(rest, b":")
}

/// Whether the text holds only unreserved characters, sub-delimiters, percent-encoded bytes and `more`.
fn is_made_of(text: &str, more: &[u8]) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'%' => {
                let digits = bytes.get(at + 1..at + 3);
                if !digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit)) {
                    return false;
                }
                at += 3;
            }
            byte if byte.is_ascii_alphanumeric()
                || b"-._~!$&'()*+,;=".contains(byte)
                || more.contains(byte) =>
            {
                at += 1;
            }
            _ => return false,
        }
    }
    true
}

/// Refuses anything but padded base64 in the standard alphabet.
pub(crate) fn bytes(text: &str) -> Option<&'static str> {
    STANDARD.decode(text).err().map(|_| "base64 with padding")
}

/// Compares a text with a form in which `d` stands for a digit.
fn has_form(text: &str, form: &str) -> bool {
    text.len() == form.len()
        && text.bytes().zip(form.bytes()).all(|(byte, form)| match form {
            b'd' => byte.is_ascii_digit(),
            form => byte == form,
        })
}

#[cfg(test)]
mod tests {
    type Format = fn(&str) -> Option<&'static str>;

    fn check(format: Format, good: &[&str], bad: &[&str]) {
        for text in good {
            assert_eq!(format(text), None, "{text} is fine");
        }
        for text in bad {
            assert!(format(text).is_some(), "{text} is refused");
        }
    }

    #[test]
    fn uuids_have_hyphens() {
        check(
            super::uuid,
            &[
                "0192d3a4-7c6e-7b1a-9f58-2f9e4d1c6b70",
                "00000000-0000-0000-0000-000000000000",
                "2EB8AA08-AA98-11EA-B4AA-73B441D16380",
            ],
            &[
                "0192d3a47c6e7b1a9f582f9e4d1c6b70",
                "{0192d3a4-7c6e-7b1a-9f58-2f9e4d1c6b70}",
                "2eb8aa08-aa98-11ea-b4aa-73b441d1638",
                "2eb8aa08aa98-11ea-b4aa73b441d16380----",
                "",
            ],
        );
    }

    #[test]
    fn dates_exist_in_the_calendar() {
        check(
            super::date,
            &["2026-11-22", "2024-02-29", "0001-01-01", "9999-12-31"],
            &[
                "2023-02-29",
                "2026-13-01",
                "2026-1-1",
                "20261122",
                "2026-11-22T00:00:00Z",
                "2026-W47-7",
                "২026-11-22",
                "",
            ],
        );
    }

    #[test]
    fn timestamps_are_instants() {
        check(
            super::timestamp,
            &[
                "2026-11-22T09:30:00Z",
                "2026-11-22t09:30:00z",
                "1990-12-31T15:59:50.123-08:00",
                "1998-12-31T23:59:60Z",
                "1998-12-31T15:59:60.123-08:00",
                "2026-11-22T09:30:00.123456789+00:00",
                "2026-11-22T09:30:00-00:00",
            ],
            &[
                "2026-11-22T09:30:00",
                "2026-11-22 09:30:00Z",
                "2026-11-22T09:30Z",
                "2026-11-22T24:00:00Z",
                "1998-12-31T23:58:60Z",
                "1998-12-31T22:59:60Z",
                "1990-02-31T15:59:59Z",
                "2026-11-22T09:30:00+24:00",
                "2026-11-22T09:30:00+0100",
                "2026-11-22T09:30:00.Z",
                "2026-11-22T09:30:00.1234567891Z",
                "2026-11-22T09:30:00Z[UTC]",
                "2026-11-22T09:30:00+01",
                "+02026-11-22T09:30:00Z",
                "1963-06-19",
                "",
            ],
        );
    }

    #[test]
    fn durations_follow_the_appendix_of_rfc_3339() {
        check(
            super::duration,
            &[
                "P4DT12H30M5S",
                "P1Y",
                "P1M",
                "PT1M",
                "P2W",
                "PT36H",
                "PT0S",
                "P0D",
                "P1Y2M3DT4H5M6S",
            ],
            &[
                "P", "PT", "P1", "1D", "P1YT", "PT1D", "P2D1Y", "P1D2H", "P2S", "P1Y2W", "-P1D",
                "P-1D", "PT0.5S", "P1Y1D", "PT1H1S", "P১Y", "p1d", "1 hour", "",
            ],
        );
    }

    #[test]
    fn addresses_have_a_local_part_and_a_domain() {
        check(
            super::email,
            &[
                "ada@example.com",
                "te~st@example.com",
                "a.b+c@example.co.uk",
                "\"joe bloggs\"@example.com",
                "joe@[127.0.0.1]",
                "joe@[IPv6:::1]",
                "joe@localhost",
            ],
            &[
                "2962",
                ".test@example.com",
                "test.@example.com",
                "te..st@example.com",
                "joe bloggs@example.com",
                "joe@",
                "@example.com",
                "joe@-example.com",
                "joe@[127.0.0.300]",
                "a@b@c",
                "jö@example.com",
                "",
            ],
        );
    }

    #[test]
    fn uris_are_absolute() {
        check(
            super::uri,
            &[
                "https://example.com",
                "http://foo.bar/?baz=qux#quux",
                "urn:oasis:names:specification:docbook:dtd:xml:4.1.2",
                "mailto:ada@example.com",
                "http://[2001:db8::7]:8080/a",
                "http://user:pass@host/%7Ea",
                "file:///etc/hosts",
                "tel:+1-816-555-1212",
            ],
            &[
                "/a",
                "//example.com",
                "abc",
                "\\\\WINDOWS\\share",
                "http:// shouldfail.com",
                ":// should fail",
                "bar,baz:foo",
                "http://a b",
                "http://[::1",
                "http://h:port/",
                "http://h/%zz",
                "http://h/#a#b",
                "http://ex[ample",
                "é://a",
                "",
            ],
        );
    }

    #[test]
    fn bytes_are_padded_base64() {
        check(
            super::bytes,
            &["", "aGVsbG8=", "AAECAw=="],
            &["aGVsbG8", "aGVsbG9=", "-_-_", "a GVs", "===="],
        );
    }
}
