//! `Retry-After` (RFC 9110 §10.2.3): how long a server asks to be left alone.

use std::time::Duration;

use http::HeaderMap;
use http::header::RETRY_AFTER;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// The three forms of a date that a recipient must read (RFC 9110 §5.6.7); only the first is ever sent.
const DATES: [&str; 3] =
    ["%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %e %H:%M:%S %Y"];

/// How long to wait; a date that has passed is no wait, a value of neither form is no value.
pub(crate) fn retry_after(headers: &HeaderMap, now: Timestamp) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim_matches([' ', '\t']);
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // Digits that are too many for a number mean longer than anyone waits.
        return Some(Duration::from_secs(text.parse().unwrap_or(u64::from(u32::MAX))));
    }
    let date = DATES.iter().find_map(|format| DateTime::strptime(format, text).ok())?;
    let then = date.to_zoned(TimeZone::UTC).ok()?.timestamp();
    let wait = then.duration_since(now).max(SignedDuration::ZERO);
    Duration::try_from(wait).ok()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use http::header::RETRY_AFTER;
    use http::{HeaderMap, HeaderValue};
    use jiff::Timestamp;

    use super::retry_after;

    /// Asked at 2026-11-22 09:30:00.5, a Sunday.
    fn check(value: &[u8], expected: Option<Duration>) {
        let now: Timestamp = "2026-11-22T09:30:00.5Z".parse().expect("a time");
        let mut headers = HeaderMap::new();
        headers.insert(RETRY_AFTER, HeaderValue::from_bytes(value).expect("a header value"));
        assert_eq!(retry_after(&headers, now), expected, "{}", value.escape_ascii());
    }

    #[test]
    fn seconds_and_dates_are_read() {
        let seconds = |seconds| Some(Duration::from_secs(seconds));
        check(b"0", seconds(0));
        check(b"120", seconds(120));
        check(b" 7 ", seconds(7));
        check(b"99999999999999999999999", seconds(u64::from(u32::MAX)));
        let almost = Some(Duration::from_millis(9_500));
        check(b"Sun, 22 Nov 2026 09:30:10 GMT", almost);
        check(b"Sunday, 22-Nov-26 09:30:10 GMT", almost);
        check(b"Sun Nov 22 09:30:10 2026", almost);
        check(b"Tue Dec  1 09:30:00 2026", Some(Duration::from_millis(9 * 86_400_000 - 500)));
        check(b"Sun, 22 Nov 2026 09:30:00 GMT", seconds(0));
        check(b"Sun, 06 Nov 1994 08:49:37 GMT", seconds(0));
        check(b"Sunday, 06-Nov-94 08:49:37 GMT", seconds(0));
    }

    #[test]
    fn what_is_neither_is_ignored() {
        for value in
            ["", "-1", "1.5", "soon", "+3", "Sun, 22 Nov 2026 09:30:10", "2026-11-22T09:30:10Z"]
        {
            check(value.as_bytes(), None);
        }
        check(b"\xff", None);
        assert_eq!(retry_after(&HeaderMap::new(), Timestamp::UNIX_EPOCH), None);
    }
}
