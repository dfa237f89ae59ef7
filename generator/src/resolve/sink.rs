//! What linking a document leaves behind besides its result.

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Severity};
use crate::ir::{Place, TypeId};
use crate::resolve::at::At;

/// Findings, and the uses that only the whole platform can judge.
#[derive(Debug, Default)]
pub struct Sink {
    /// What is wrong, in the order it was met.
    pub findings: Vec<Diagnostic>,
    /// Records that somewhere are used as `patch<T>`, with the first place.
    pub patched: BTreeMap<TypeId, Place>,
}

impl Sink {
    /// Adds a finding.
    pub fn report(&mut self, finding: Diagnostic) {
        self.findings.push(finding);
    }

    /// Takes over what another one collected.
    pub fn absorb(&mut self, other: Self) {
        self.findings.extend(other.findings);
        for (id, place) in other.patched {
            self.patched.entry(id).or_insert(place);
        }
    }

    /// Whether nothing that was found stops generation.
    pub fn is_clean(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity != Severity::Error)
    }
}

/// An error at an element's value.
pub fn error(code: &'static Code, at: At<'_>, message: impl Into<String>) -> Diagnostic {
    Diagnostic::error(code, &at.place(), message)
}

/// A warning at an element's value.
pub fn warning(code: &'static Code, at: At<'_>, message: impl Into<String>) -> Diagnostic {
    Diagnostic::warning(code, &at.place(), message)
}

/// Suggests a replacement where there is one.
pub fn replace_with(finding: Diagnostic, replacement: Option<impl Into<String>>) -> Diagnostic {
    match replacement {
        Some(replacement) => finding.replace(replacement),
        None => finding,
    }
}

/// Names in backticks, joined by commas.
pub fn quoted<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    names.into_iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
