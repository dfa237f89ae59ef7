//! Durations as ISO 8601 writes them.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use jiff::Span;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A duration of whole seconds, days, months or years; RFC 3339, appendix A on the wire.
///
/// It keeps the units it was written in, because a month has no fixed length: `P1M` and `P30D` differ.
///
/// ```
/// use tiebeam::types::Duration;
///
/// let duration: Duration = "P3DT12H".parse()?;
/// assert_eq!(duration.span().get_hours(), 12);
/// assert_eq!(duration.to_string(), "P3DT12H");
/// # Ok::<(), tiebeam::types::InvalidDuration>(())
/// ```
#[derive(Clone, Copy)]
pub struct Duration(Span);

/// Why something is not a duration that can travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a duration has whole, non-negative units and is written as in P3DT12H")]
pub struct InvalidDuration;

impl Duration {
    /// Takes a span of whole seconds that is not negative.
    ///
    /// # Errors
    ///
    /// When the span is negative or has a part smaller than a second.
    pub fn new(span: Span) -> Result<Self, InvalidDuration> {
        let has_fraction = span.get_milliseconds() != 0
            || span.get_microseconds() != 0
            || span.get_nanoseconds() != 0;
        if span.is_negative() || has_fraction { Err(InvalidDuration) } else { Ok(Self(span)) }
    }

    /// So many seconds.
    ///
    /// # Errors
    ///
    /// When that is longer than about twenty thousand years.
    pub fn from_secs(seconds: u32) -> Result<Self, InvalidDuration> {
        Span::new().try_seconds(seconds).map(Self).map_err(|_| InvalidDuration)
    }

    /// The span, for arithmetic.
    #[must_use]
    pub fn span(&self) -> Span {
        self.0
    }
}

impl PartialEq for Duration {
    fn eq(&self, other: &Self) -> bool {
        self.0.fieldwise() == other.0.fieldwise()
    }
}

impl Eq for Duration {}

impl Hash for Duration {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.fieldwise().hash(state);
    }
}

impl fmt::Debug for Duration {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Duration({self})")
    }
}

impl fmt::Display for Duration {
    /// Fills the gaps that the grammar does not allow: a year and a day are `P1Y0M1D`, weeks beside days become days.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (years, months) = (self.0.get_years(), self.0.get_months());
        let (weeks, days) = (self.0.get_weeks(), self.0.get_days());
        let (hours, minutes, seconds) =
            (self.0.get_hours(), self.0.get_minutes(), self.0.get_seconds());
        let has_time = hours != 0 || minutes != 0 || seconds != 0;
        let is_only_weeks = years == 0 && months == 0 && days == 0 && !has_time;
        if weeks != 0 && is_only_weeks {
            return write!(formatter, "P{weeks}W");
        }
        if self.0.is_zero() {
            return formatter.write_str("PT0S");
        }
        let days = i64::from(weeks) * 7 + i64::from(days);
        formatter.write_str("P")?;
        unit(formatter, years != 0, i64::from(years), 'Y')?;
        unit(formatter, months != 0 || (years != 0 && days != 0), i64::from(months), 'M')?;
        unit(formatter, days != 0, days, 'D')?;
        if has_time {
            formatter.write_str("T")?;
        }
        unit(formatter, hours != 0, i64::from(hours), 'H')?;
        unit(formatter, minutes != 0 || (hours != 0 && seconds != 0), minutes, 'M')?;
        unit(formatter, seconds != 0, seconds, 'S')
    }
}

impl FromStr for Duration {
    type Err = InvalidDuration;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if !is_written_well(text) {
            return Err(InvalidDuration);
        }
        text.parse::<Span>().map_err(|_| InvalidDuration).and_then(Self::new)
    }
}

fn unit(
    formatter: &mut fmt::Formatter<'_>,
    is_written: bool,
    count: i64,
    unit: char,
) -> fmt::Result {
    if is_written { write!(formatter, "{count}{unit}") } else { Ok(()) }
}

/// Follows the grammar: each unit once and in order, no unit left out between two others, weeks alone.
fn is_written_well(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('P') else { return false };
    let (date, time) = match rest.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (rest, None),
    };
    let is_weeks = date.strip_suffix('W').is_some_and(is_count);
    if is_weeks {
        return time.is_none();
    }
    let has_date = !date.is_empty();
    has_units(date, "YMD")
        && time.is_none_or(|time| !time.is_empty() && has_units(time, "HMS"))
        && (has_date || time.is_some())
}

/// Whether the text is counts, each with a unit, the units being consecutive ones of those given.
fn has_units(text: &str, units: &str) -> bool {
    let written: String = text.chars().filter(|character| !character.is_ascii_digit()).collect();
    units.contains(&written)
        && (text.is_empty() || text.ends_with(|last: char| !last.is_ascii_digit()))
        && text.split_terminator(|character: char| !character.is_ascii_digit()).all(is_count)
}

fn is_count(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

impl Serialize for Duration {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Duration {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl de::Visitor<'_> for Visitor {
            type Value = Duration;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a duration (ISO 8601)")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Duration, E> {
                text.parse().map_err(E::custom)
            }
        }

        deserializer.deserialize_str(Visitor)
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;

    use super::Duration;

    #[test]
    fn what_is_written_can_be_read() {
        for (span, expected) in [
            (1.year().days(1), "P1Y0M1D"),
            (1.hour().seconds(3), "PT1H0M3S"),
            (2.weeks(), "P2W"),
            (2.weeks().days(1), "P15D"),
            (0.seconds(), "PT0S"),
            (1.year().months(2).days(3).hours(4).minutes(5).seconds(6), "P1Y2M3DT4H5M6S"),
        ] {
            let duration = Duration::new(span).expect("the span is whole and not negative");
            assert_eq!(duration.to_string(), expected);
            assert!(expected.parse::<Duration>().is_ok(), "{expected}");
        }
        assert!(Duration::new(1.millisecond()).is_err());
        assert!(Duration::new(-1.day()).is_err());
    }
}
