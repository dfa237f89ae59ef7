//! One finding.

use super::code::Code;
use crate::ir::Place;

/// A finding: a code, a place, one sentence, and what to do.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// Which mistake it is.
    pub code: &'static Code,
    /// How bad it is.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// Which part of the element is underlined.
    pub part: Part,
    /// One sentence, lowercase, without a final period.
    pub message: String,
    /// What the underline says; empty for none.
    pub label: String,
    /// Other places that matter, each with a few words.
    pub related: Vec<Related>,
    /// What to do, imperative mood.
    pub help: Option<String>,
    /// A change that would mend it, shown as a suggestion.
    pub edit: Option<Edit>,
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Stops generation.
    Error,
    /// Is shown.
    Warning,
}

/// Which part of an element a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Its key in the mapping around it.
    Key,
    /// Its value.
    Value,
    /// Bytes of its scalar value, start and end, counted in the value as a string.
    Within(usize, usize),
    /// Bytes of the file, where there is no element: a syntax error.
    Bytes(usize, usize),
}

/// Another place that matters.
#[derive(Debug, Clone, PartialEq)]
pub struct Related {
    /// Where it is.
    pub place: Place,
    /// Which part of it.
    pub part: Part,
    /// A few words.
    pub message: String,
}

/// Replaces the underlined part by another text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The new text.
    pub replacement: String,
}

impl Diagnostic {
    /// An error at an element's value.
    pub fn error(code: &'static Code, place: &Place, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            place: place.clone(),
            part: Part::Value,
            message: message.into(),
            label: String::new(),
            related: Vec::new(),
            help: None,
            edit: None,
        }
    }

    /// A warning at an element's value.
    pub fn warning(code: &'static Code, place: &Place, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, place, message) }
    }

    /// Underlines another part of the element.
    #[must_use]
    pub fn at(mut self, part: Part) -> Self {
        self.part = part;
        self
    }

    /// Says a few words under the underline.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Points at another place.
    #[must_use]
    pub fn related(mut self, place: &Place, part: Part, message: impl Into<String>) -> Self {
        self.related.push(Related { place: place.clone(), part, message: message.into() });
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Suggests a replacement of the underlined part.
    #[must_use]
    pub fn replace(mut self, replacement: impl Into<String>) -> Self {
        self.edit = Some(Edit { replacement: replacement.into() });
        self
    }
}
