//! Why a store did not do what it was asked.

use std::fmt;

use crate::problem::{Problem, own};

/// Seconds after which it is worth trying again.
const RETRY_AFTER: u32 = 1;

/// Why a store did not do what it was asked; it answers questions instead of naming a backend's codes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Error {
    kind: Kind,
    message: String,
}

/// What an error means to whoever gets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Two transactions cannot both be as if they were alone; run again, this one may succeed.
    Conflict,
    /// A unique column holds the value already.
    UniqueViolation,
    /// The statement is wrong, or breaks another constraint.
    Rejected,
    /// Who we are to the store may not do this.
    Denied,
    /// The store cannot be reached, is full or is held by somebody else.
    Unavailable,
    /// The transaction ended before.
    Ended,
}

impl Error {
    /// Two transactions got into each other's way.
    pub fn conflict(cause: impl fmt::Display) -> Self {
        Self::new(Kind::Conflict, cause)
    }

    /// The store cannot be used at the moment.
    pub fn unavailable(cause: impl fmt::Display) -> Self {
        Self::new(Kind::Unavailable, cause)
    }

    /// A value that must be unique is there already.
    pub fn unique_violation(cause: impl fmt::Display) -> Self {
        Self::new(Kind::UniqueViolation, cause)
    }

    pub(crate) fn rejected(cause: impl fmt::Display) -> Self {
        Self::new(Kind::Rejected, cause)
    }

    /// Who we are to the store may not do this.
    pub fn denied(cause: impl fmt::Display) -> Self {
        Self::new(Kind::Denied, cause)
    }

    pub(crate) fn ended() -> Self {
        Self::new(Kind::Ended, "the transaction has ended")
    }

    /// Whether another transaction was in the way: serialization failures and deadlocks. The whole transaction is to be
    /// run again; a keyed operation does that by itself.
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        self.kind == Kind::Conflict
    }

    /// Whether a value that must be unique is there already.
    #[must_use]
    pub fn is_unique_violation(&self) -> bool {
        self.kind == Kind::UniqueViolation
    }

    /// Whether who we are to the store may not do this: somebody has to grant it, or to do it in our place.
    #[must_use]
    pub fn is_denied(&self) -> bool {
        self.kind == Kind::Denied
    }

    /// Whether the store cannot be used at the moment: unreachable, full, locked. What was being committed may have
    /// been committed.
    #[must_use]
    pub fn is_unavailable(&self) -> bool {
        self.kind == Kind::Unavailable
    }

    /// Whether the transaction had ended before it was asked.
    #[must_use]
    pub fn is_ended(&self) -> bool {
        self.kind == Kind::Ended
    }

    fn new(kind: Kind, cause: impl fmt::Display) -> Self {
        Self { kind, message: cause.to_string() }
    }
}

/// What a caller is told: 503 where it may work later, 500 where the mistake is ours.
impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        match error.kind {
            Kind::Conflict | Kind::Unavailable => {
                own::unavailable(error).with_retry_after(RETRY_AFTER)
            }
            Kind::UniqueViolation | Kind::Rejected | Kind::Denied | Kind::Ended => {
                own::internal(error)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Error;
    use crate::problem::Problem;

    #[test]
    fn what_may_work_later_is_503_and_what_is_our_mistake_is_500() {
        for (error, status) in [
            (Error::conflict("a deadlock"), 503),
            (Error::unavailable("no route"), 503),
            (Error::unique_violation("orders.number"), 500),
            (Error::rejected("no such table"), 500),
            (Error::denied("no right to it"), 500),
            (Error::ended(), 500),
        ] {
            let problem = Problem::from(error.clone());
            assert_eq!(problem.status(), status, "{error}");
            assert_eq!(problem.retry_after().is_some(), status == 503, "{error}");
            assert_eq!(problem.detail(), None, "the cause stays with us: {error}");
        }
    }
}
