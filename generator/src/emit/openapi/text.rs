//! Words of the document: titles, dates and spans of time.

use jiff::Timestamp;
use jiff::fmt::rfc2822;

use crate::emit::text::date;
use crate::ir;

/// A span of time as the specs write it: `1500ms`, `2s`, `5m`.
pub fn duration(duration: ir::Duration) -> String {
    let units = [(86_400_000, "d"), (3_600_000, "h"), (60_000, "m"), (1_000, "s")];
    let whole = units
        .iter()
        .find(|(millis, _)| duration.millis >= *millis && duration.millis.is_multiple_of(*millis));
    match whole {
        Some((millis, unit)) => format!("{}{unit}", duration.millis / millis),
        None => format!("{}ms", duration.millis),
    }
}

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
    fn spans_are_written_in_the_greatest_whole_unit() {
        let written = |millis| duration(ir::Duration { millis });
        assert_eq!(
            [written(0), written(1_500), written(2_000), written(120_000)],
            ["0ms", "1500ms", "2s", "2m"]
        );
        assert_eq!([written(3_600_000), written(172_800_000)], ["1h", "2d"]);
    }

    #[test]
    fn instants_are_written_as_http_wants_them() {
        assert_eq!(http_date(1_719_791_999), "Sun, 30 Jun 2024 23:59:59 GMT");
        assert_eq!(date(1_719_791_999), "2024-06-30");
    }
}
