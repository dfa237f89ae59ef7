//! What linking a document leaves behind besides its result.

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Severity};
use crate::ir::{Place, TypeId};
use crate::resolve::at::At;
use crate::suggest;

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

    /// "Did you mean": nobody reads so many suggestions, and together they take time that grows with the square of what
    /// is written.
    pub fn nearest<'a>(
        &self,
        name: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Option<&'a str> {
        if self.findings.len() < SUGGESTED { suggest::nearest(name, candidates) } else { None }
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

/// Names in backticks, as a list in a sentence: `a`, `b` and `c`. Of very many, the first.
pub fn quoted<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let mut names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    if names.len() > MOST {
        let more = names.len() - MOST;
        names.truncate(MOST);
        return format!("{} and {more} more", names.join(", "));
    }
    let Some(last) = names.pop() else { return String::new() };
    if names.is_empty() { last } else { format!("{} and {last}", names.join(", ")) }
}

/// So many findings of one piece of work come with suggestions.
const SUGGESTED: usize = 100;

/// Nobody reads longer lists.
const MOST: usize = 12;
