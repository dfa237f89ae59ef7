//! What the demonstration tells, and whether everything was as expected.

use std::fmt::Display;
use std::io::{IsTerminal, stdout};

use anyhow::bail;

use crate::recorder::Crossing;

/// Tells a story on standard output and counts what was as expected.
#[derive(Debug)]
pub struct Report {
    style: Style,
    chapters: usize,
    expectations: usize,
}

/// Whether somebody looks, or a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Terminal,
    Plain,
}

impl Report {
    /// Begins; colors are for terminals.
    pub fn begin() -> Self {
        let style = if stdout().is_terminal() { Style::Terminal } else { Style::Plain };
        Self { style, chapters: 0, expectations: 0 }
    }

    /// Begins a chapter.
    pub fn chapter(&mut self, title: &str) {
        self.chapters += 1;
        println!("\n{}", self.painted("1", &format!("{}. {title}", self.chapters)));
    }

    /// Tells a line of the story.
    #[expect(clippy::unused_self, reason = "a line belongs to the report, as a chapter does")]
    pub fn say(&self, line: impl Display) {
        println!("   {line}");
    }

    /// Tells a line that may be passed over.
    pub fn aside(&self, line: &str) {
        println!("   {}", self.painted("2", line));
    }

    /// Shows which requests crossed which tier, indented by tier.
    pub fn crossings(&self, crossings: &[Crossing]) {
        for crossing in crossings {
            println!("   {}", self.painted("2", &crossing.to_string()));
        }
    }

    /// Says whether something is as expected.
    ///
    /// # Errors
    ///
    /// When it is not: the rest of the story stands on it.
    pub fn expect(&mut self, what: &str, holds: bool) -> anyhow::Result<()> {
        if !holds {
            bail!("{what}");
        }
        self.expectations += 1;
        println!("   {} {what}", self.painted("32", "ok"));
        Ok(())
    }

    /// Ends with a summary.
    pub fn end(self, outcome: anyhow::Result<()>) -> bool {
        let (chapters, expectations) = (self.chapters, self.expectations);
        match outcome {
            Ok(()) => println!("\n{chapters} chapters, {expectations} expectations, all met."),
            Err(error) => {
                println!("   {} {error:#}", self.painted("31", "NOT SO:"));
                println!(
                    "\nChapter {chapters}, after {expectations} expectations: not as expected."
                );
                return false;
            }
        }
        true
    }

    fn painted(&self, code: &str, text: &str) -> String {
        match self.style {
            Style::Terminal => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
            Style::Plain => text.to_owned(),
        }
    }
}
