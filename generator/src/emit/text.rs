//! How a fact of the specs is written in text that is not Rust: one filter for each place it may stand in.

use std::fmt::Write;

use crate::casing;

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

/// The first paragraph of a Markdown text, on one line.
fn paragraph(markdown: &str) -> String {
    let lines = markdown.lines().map(str::trim).skip_while(|line| line.is_empty());
    let words: Vec<&str> =
        lines.take_while(|line| !line.is_empty()).flat_map(str::split_whitespace).collect();
    words.join(" ")
}

/// The first paragraph of a Markdown text, as a cell of a table.
pub fn cell(markdown: &str) -> String {
    paragraph(markdown).replace('|', "\\|")
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
