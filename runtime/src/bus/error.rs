//! Why a bus did not do what it was asked.

use std::fmt;

/// Why a bus did not do what it was asked; it answers questions instead of naming a broker's codes.
///
/// It has the form of a store's error, with other kinds: what a caller can do about a conflict and about a denial differs.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Error {
    kind: Kind,
    message: String,
}

/// What an error means to whoever gets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Who asked may not.
    Denied,
    /// It will not work later either.
    Rejected,
    /// Nobody provisioned what it needs.
    Missing,
    /// The bus cannot be reached, or did not answer.
    Unavailable,
}

impl Error {
    /// Who asked may not do this.
    pub fn denied(cause: impl fmt::Display) -> Self {
        Self::new(Kind::Denied, cause)
    }

    /// What was asked will not work later either.
    pub fn rejected(cause: impl fmt::Display) -> Self {
        Self::new(Kind::Rejected, cause)
    }

    /// Nobody provisioned what it needs.
    pub fn missing(cause: impl fmt::Display) -> Self {
        Self::new(Kind::Missing, cause)
    }

    /// The bus cannot be used at the moment.
    pub fn unavailable(cause: impl fmt::Display) -> Self {
        Self::new(Kind::Unavailable, cause)
    }

    /// Whether who asked may not do this. Somebody has to give a permission, so it concerns every message of the topic.
    #[must_use]
    pub fn is_denied(&self) -> bool {
        self.kind == Kind::Denied
    }

    /// Whether it will not work later either: the message is too large, nobody provisioned its topic.
    #[must_use]
    pub fn is_rejected(&self) -> bool {
        matches!(self.kind, Kind::Rejected | Kind::Missing)
    }

    /// Whether it is rejected because nobody provisioned the topic or the subscription. Once an operator has, it works.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.kind == Kind::Missing
    }

    /// Whether it may work later. What was being published may have been published.
    #[must_use]
    pub fn is_unavailable(&self) -> bool {
        self.kind == Kind::Unavailable
    }

    fn new(kind: Kind, cause: impl fmt::Display) -> Self {
        Self { kind, message: cause.to_string() }
    }
}
