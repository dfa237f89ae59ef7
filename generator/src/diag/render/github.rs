//! Findings as workflow commands, which GitHub shows beside the lines of a pull request.

use std::fmt::Write as _;

use crate::diag::arrange::arrange;
use crate::diag::diagnostic::{Diagnostic, Severity};
use crate::source::Sources;

/// Findings as workflow commands, one a line.
#[must_use]
pub fn github(findings: &[Diagnostic], sources: &Sources) -> String {
    let mut text = String::new();
    for arranged in arrange(findings, sources) {
        let finding = arranged.finding;
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let title = property(&format!("{} {}", finding.code.id, finding.code.name));
        let mut message = finding.message.clone();
        for part in [Some(&finding.label).filter(|label| !label.is_empty()), finding.help.as_ref()]
            .into_iter()
            .flatten()
        {
            message = message + "\n" + part;
        }
        let place = match arranged.spot.positions() {
            Some((start, end)) => format!(
                "file={},line={},endLine={},col={},endColumn={},",
                property(arranged.spot.path),
                start.line,
                end.line,
                start.column,
                end.column
            ),
            None if arranged.spot.path.is_empty() => String::new(),
            None => format!("file={},", property(arranged.spot.path)),
        };
        writeln!(text, "::{command} {place}title={title}::{}", data(&message))
            .expect("a string takes everything");
    }
    text
}

/// Text after the second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Text of a property, which also ends at a comma.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
