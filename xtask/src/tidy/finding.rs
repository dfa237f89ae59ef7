//! A place that does not keep to the law.

use std::fmt;

/// A place, what is wrong there, and why the rule exists.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Path relative to the repository.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// What is wrong, lowercase, without a final period.
    pub message: String,
    /// The reason of the rule.
    pub reason: String,
}

impl Finding {
    /// A finding.
    pub fn new(
        path: &str,
        line: usize,
        message: impl Into<String>,
        reason: impl Into<String>,
    ) -> Self {
        Self { path: path.to_owned(), line, message: message.into(), reason: reason.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, line, message, reason } = self;
        write!(formatter, "{path}:{line}: {message}\n  = because {reason}")
    }
}
