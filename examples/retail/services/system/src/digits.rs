//! Dates and times of fixed width, as every one of these systems writes them.
//!
//! The width is checked: a parser that takes `2026101` for the first of October takes a field that slipped by one
//! column for a date.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use tiebeam::types::Timestamp;

/// A day as `YYYYMMDD`.
pub fn date(text: &str) -> Option<Date> {
    Date::strptime("%Y%m%d", digits(text, 8)?).ok()
}

/// An instant as `YYYYMMDD` and `HHMMSS`, in UTC.
pub fn instant(date: &str, time: &str) -> Option<Timestamp> {
    let text = format!("{}{}", digits(date, 8)?, digits(time, 6)?);
    let civil = DateTime::strptime("%Y%m%d%H%M%S", text).ok()?;
    Some(civil.to_zoned(TimeZone::UTC).ok()?.timestamp())
}

fn digits(text: &str, width: usize) -> Option<&str> {
    let is_fine = text.len() == width && text.bytes().all(|byte| byte.is_ascii_digit());
    is_fine.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::{date, instant};

    #[test]
    fn dates_have_a_fixed_width() {
        let read = |date, time| instant(date, time).map(|instant| instant.to_string());
        assert_eq!(read("20261001", "060000").as_deref(), Some("2026-10-01T06:00:00Z"));
        for (date, time) in [
            ("00000000", "000000"),
            ("2026101", "060000"),
            ("20261001", "60000"),
            ("20261301", "060000"),
            ("2026-1-1", "060000"),
        ] {
            assert_eq!(read(date, time), None, "{date} {time}");
        }
        assert_eq!(date("20261001").map(|date| date.to_string()).as_deref(), Some("2026-10-01"));
    }
}
