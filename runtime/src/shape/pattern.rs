//! A regular expression that is compiled when it is first needed.

use std::sync::OnceLock;

use regex::Regex;

use super::row::Row;

/// A regular expression in the syntax of the `regex` crate; linear in time, unanchored.
///
/// ```
/// use tiebeam::shape::Pattern;
///
/// static SKU: Pattern = Pattern::new("^[A-Z]{3}-[0-9]{4}$");
/// assert!(SKU.matches("ABC-1234"));
/// ```
#[derive(Debug)]
pub struct Pattern {
    text: &'static str,
    compiled: OnceLock<Compiled>,
}

/// What an expression becomes.
#[derive(Debug)]
enum Compiled {
    /// Most patterns of contracts say how a code is written, and need no automaton.
    Row(Row),
    /// An automaton for all others.
    Regex(Regex),
}

impl Pattern {
    /// Names the expression; it is compiled on first use.
    #[must_use]
    pub const fn new(text: &'static str) -> Self {
        Self { text, compiled: OnceLock::new() }
    }

    /// The expression as written.
    #[must_use]
    pub fn text(&self) -> &'static str {
        self.text
    }

    /// Tells whether some part of the text matches.
    ///
    /// # Panics
    ///
    /// When the expression is not one: the generator compiles every pattern before it writes one down.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        let compiled = self.compiled.get_or_init(|| match Row::parse(self.text) {
            Some(row) => Compiled::Row(row),
            None => Compiled::Regex(
                Regex::new(self.text).expect("the generator has compiled this pattern before"),
            ),
        });
        match compiled {
            Compiled::Row(row) => row.matches(text),
            Compiled::Regex(regex) => regex.is_match(text),
        }
    }
}
