//! Why a handler did not handle an event.

use std::fmt;

use crate::problem::{Problem, own};

/// Why a handler did not handle an event.
///
/// `?` makes one of a [`Problem`] or of what a store says: it is worth trying again.
#[derive(Debug, Clone, PartialEq)]
pub enum Failure {
    /// It may work later.
    ForNow(Problem),
    /// It will never work: the event is a dead letter without further attempts.
    ForGood(Problem),
}

impl Failure {
    /// The handler will never succeed with this event.
    #[must_use]
    pub fn for_good(problem: impl Into<Problem>) -> Self {
        Self::ForGood(problem.into())
    }

    /// Something that the event needs is not there yet.
    #[must_use]
    pub fn not_yet(reason: impl fmt::Display) -> Self {
        Self::ForNow(own::unavailable(reason))
    }

    /// What went wrong, for people who run the service.
    #[must_use]
    pub fn problem(&self) -> &Problem {
        let (Self::ForNow(problem) | Self::ForGood(problem)) = self;
        problem
    }
}

impl<T: Into<Problem>> From<T> for Failure {
    fn from(problem: T) -> Self {
        Self::ForNow(problem.into())
    }
}
