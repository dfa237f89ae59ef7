//! Words of the document: titles, dates and spans of time.

use jiff::Timestamp;
use jiff::fmt::rfc2822;

use crate::emit::text::date;
pub use crate::emit::text::duration;
use crate::ir;

/// An instant as an HTTP date (RFC 9110): `Sun, 30 Jun 2024 23:59:59 GMT`.
pub fn http_date(seconds: i64) -> String {
    let printed = rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&instant(seconds));
    printed.expect("an instant that the specs can name has four digits in its year")
}

fn instant(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).expect("linking refuses instants out of range")
}

/// What follows from a deprecation, as a Markdown paragraph.
pub fn deprecation(deprecation: &ir::Deprecation) -> String {
    let since = date(deprecation.since);
    let sunset = deprecation.sunset.map(|sunset| format!("; stops answering on {}", date(sunset)));
    let successor =
        deprecation.successor.as_ref().map(|successor| format!(" Use `{successor}` instead."));
    let reason = deprecation.reason.as_ref().map(|reason| format!(" {}", reason.trim()));
    let [sunset, successor, reason] = [sunset, successor, reason].map(Option::unwrap_or_default);
    format!("**Deprecated** since {since}{sunset}.{successor}{reason}")
}

/// Paragraphs, without the empty ones.
pub fn paragraphs<'text>(parts: impl IntoIterator<Item = &'text str>) -> String {
    let parts: Vec<&str> =
        parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect();
    parts.join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_written_as_http_wants_them() {
        assert_eq!(http_date(1_719_791_999), "Sun, 30 Jun 2024 23:59:59 GMT");
        assert_eq!(date(1_719_791_999), "2024-06-30");
    }
}
