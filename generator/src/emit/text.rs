//! How a fact of the specs is written in text that is not Rust: one filter for each place it may stand in.

use std::fmt::Write;

use jiff::Timestamp;

use crate::casing;
use crate::ir::{Compatibility, Duration, EventClass, Tier};

/// The filters of the templates.
#[expect(
    clippy::inline_always,
    clippy::unused_self,
    clippy::unnecessary_wraps,
    reason = "a filter has this form"
)]
pub mod filters {
    use std::fmt::Display;

    use askama::Values;

    /// A basic string of TOML, quotes included.
    #[askama::filter_fn]
    pub fn toml(value: impl Display, _: &dyn Values) -> askama::Result<String> {
        Ok(crate::emit::text::toml(&value.to_string()))
    }

    /// A cell of a Markdown table.
    #[askama::filter_fn]
    pub fn cell(value: impl Display, _: &dyn Values) -> askama::Result<String> {
        Ok(crate::emit::text::cell(&value.to_string()))
    }

    /// A piece of Markdown that stands by itself.
    #[askama::filter_fn]
    pub fn markdown(value: impl Display, _: &dyn Values) -> askama::Result<String> {
        Ok(value.to_string().trim_end().to_owned())
    }
}

/// A basic string of TOML, quotes included.
fn toml(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            control if control.is_control() => {
                write!(quoted, "\\u{:04X}", u32::from(control)).expect("a string takes every text");
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

/// The first paragraph of a Markdown text, as written.
pub fn first_paragraph(markdown: &str) -> String {
    let lines: Vec<&str> =
        markdown.trim().lines().take_while(|line| !line.trim().is_empty()).collect();
    lines.join("\n")
}

/// The first paragraph of a Markdown text on one line, as a cell of a table.
pub fn cell(markdown: &str) -> String {
    let paragraph = first_paragraph(markdown);
    let words: Vec<&str> = paragraph.split_whitespace().collect();
    words.join(" ").replace('|', "\\|")
}

/// The words of a name as a title: `Order Process`.
pub fn title(name: &str) -> String {
    let snake = casing::snake(name);
    let words: Vec<String> = snake.split('_').map(capitalized).collect();
    words.join(" ")
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A tier as the specs write it.
pub fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::Experience => "experience",
        Tier::Process => "process",
        Tier::System => "system",
        Tier::Service => "service",
    }
}

/// The class of an event as the specs write it.
pub fn class(class: EventClass) -> &'static str {
    match class {
        EventClass::Domain => "domain",
        EventClass::Integration => "integration",
        EventClass::Platform => "platform",
    }
}

/// What a new version of an event promises, as the specs write it.
pub fn compatibility(compatibility: Compatibility) -> &'static str {
    match compatibility {
        Compatibility::None => "none",
        Compatibility::Backward => "backward",
        Compatibility::BackwardTransitive => "backward-transitive",
        Compatibility::Forward => "forward",
        Compatibility::ForwardTransitive => "forward-transitive",
        Compatibility::Full => "full",
        Compatibility::FullTransitive => "full-transitive",
    }
}

/// The calendar date of an instant given in seconds since the Unix epoch, in UTC.
pub fn date(seconds: i64) -> String {
    let instant = Timestamp::from_second(seconds).expect("linking refuses instants out of range");
    instant.strftime("%Y-%m-%d").to_string()
}

/// A span of time as the specs write it: `1500ms`, `2s`, `5m`.
pub fn duration(duration: Duration) -> String {
    let units = [(86_400_000, "d"), (3_600_000, "h"), (60_000, "m"), (1_000, "s")];
    let whole = units
        .iter()
        .find(|(millis, _)| duration.millis >= *millis && duration.millis.is_multiple_of(*millis));
    match whole {
        Some((millis, unit)) => format!("{}{unit}", duration.millis / millis),
        None => format!("{}ms", duration.millis),
    }
}

/// The phrase that goes with a status that an operation may answer with.
pub fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        201 => "Created",
        202 => "Accepted",
        203 => "Non-Authoritative Information",
        204 => "No Content",
        205 => "Reset Content",
        207 => "Multi-Status",
        300 => "Multiple Choices",
        301 => "Moved Permanently",
        302 => "Found",
        303 => "See Other",
        307 => "Temporary Redirect",
        308 => "Permanent Redirect",
        _ => "Success",
    }
}

#[cfg(test)]
mod tests {
    use super::duration;
    use crate::ir::Duration;

    #[test]
    fn spans_are_written_in_the_greatest_whole_unit() {
        let written = |millis| duration(Duration { millis });
        assert_eq!(
            [written(0), written(1_500), written(2_000), written(120_000)],
            ["0ms", "1500ms", "2s", "2m"]
        );
        assert_eq!([written(3_600_000), written(172_800_000)], ["1h", "2d"]);
    }
}
