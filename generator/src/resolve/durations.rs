//! Spans of time such as `2s`, and shares such as `20%`.

use crate::diag::codes::link;
use crate::ir::Duration;
use crate::resolve::at::At;
use crate::resolve::sink::{Sink, error, replace_with};

static UNITS: &[(&str, u64)] =
    &[("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)];

/// The longest span that means anything here: ten years.
const LONGEST: u64 = 3_660 * 86_400_000;

/// Reads a span; `None` when it was reported.
pub fn link(text: &str, at: At<'_>, sink: &mut Sink) -> Option<Duration> {
    match parse(text) {
        Ok(millis) => Some(Duration { millis }),
        Err((why, replacement)) => {
            let finding = error(&link::MALFORMED_DURATION, at, format!("`{}` is not a span of time", text.escape_debug()))
                .label(why)
                .help("write a whole number and one of the units `ms`, `s`, `m`, `h` and `d`, for example `50ms` or `30d`");
            sink.report(replace_with(finding, replacement));
            None
        }
    }
}

fn parse(text: &str) -> Result<u64, (&'static str, Option<String>)> {
    let digits = text.len() - text.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    let (number, unit) = text.split_at(digits);
    if number.is_empty() {
        return Err(("no number", None));
    }
    let Some((_, scale)) = UNITS.iter().find(|(known, _)| *known == unit) else {
        return Err(match unit.trim().to_ascii_lowercase().as_str() {
            "" => ("no unit", None),
            "sec" | "secs" | "second" | "seconds" | "s" => {
                ("unknown unit", Some(format!("{number}s")))
            }
            "min" | "mins" | "minute" | "minutes" | "m" => {
                ("unknown unit", Some(format!("{number}m")))
            }
            "hour" | "hours" | "hr" | "hrs" | "h" => ("unknown unit", Some(format!("{number}h"))),
            "day" | "days" | "d" => ("unknown unit", Some(format!("{number}d"))),
            "msec" | "millis" | "milliseconds" | "ms" => {
                ("unknown unit", Some(format!("{number}ms")))
            }
            _ => ("unknown unit", None),
        });
    };
    let millis = number
        .parse::<u64>()
        .ok()
        .and_then(|number| number.checked_mul(*scale))
        .filter(|millis| *millis <= LONGEST);
    match millis {
        None => Err(("longer than ten years", None)),
        Some(0) => Err(("must be longer than nothing", None)),
        Some(millis) => Ok(millis),
    }
}

/// Reads a share, 0 to 100; `None` when it was reported.
pub fn link_percent(text: &str, at: At<'_>, sink: &mut Sink) -> Option<u32> {
    let number =
        text.strip_suffix('%').filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    let percent =
        number.and_then(|digits| digits.parse::<u32>().ok()).filter(|percent| *percent <= 100);
    if percent.is_none() {
        let finding = error(
            &link::UNSUITABLE_POLICY,
            at,
            format!("`{}` is not a share", text.escape_debug()),
        )
        .help("write a whole number from 0 to 100 and `%`, for example `20%`");
        sink.report(finding);
    }
    percent
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_have_a_number_and_a_unit() {
        assert_eq!(parse("2s"), Ok(2_000));
        assert_eq!(parse("50ms"), Ok(50));
        assert_eq!(parse("30d"), Ok(2_592_000_000));
        for wrong in [
            "",
            "2",
            "s",
            "0s",
            "2 s",
            "-1s",
            "1.5s",
            "2sec",
            "PT2S",
            "99999999999999999999s",
            "100000d",
        ] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
        assert_eq!(parse("2 minutes"), Err(("unknown unit", Some("2m".to_owned()))));
    }
}
