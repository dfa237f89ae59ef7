//! Why a handler did not handle an event.

use std::fmt;

use crate::operation;
use crate::problem::{Problem, own};
use crate::store;

/// Why a handler did not handle an event.
///
/// `?` makes one of a [`Problem`], of the error of a call, and of what a store says. What a request was refused for it
/// would be refused for again, so that is for good; everything else is worth trying again: an overload, a timeout, a
/// state that may change, credentials, a mistake of the other side.
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

impl<E: operation::Failure> From<E> for Failure {
    fn from(error: E) -> Self {
        let problem = error.into_problem();
        if is_final(&problem) { Self::ForGood(problem) } else { Self::ForNow(problem) }
    }
}

impl From<store::Error> for Failure {
    fn from(error: store::Error) -> Self {
        Self::ForNow(error.into())
    }
}

/// Whether the same request would come to the same end whenever it is made.
///
/// Of the refusals that is not so where they are about the present state (409, 412), about time (408, 425, 429), or about
/// us and not about what we ask (401, 403).
fn is_final(problem: &Problem) -> bool {
    match problem.status() {
        401 | 403 | 408 | 409 | 412 | 425 | 429 => false,
        501 => true,
        _ => problem.is_refusal(),
    }
}

#[cfg(test)]
mod tests {
    use super::Failure;
    use crate::problem::{Problem, own};
    use crate::store::Error;

    #[test]
    fn a_refusal_is_for_good_and_what_may_pass_is_not() {
        for (ty, is_final) in [
            (&own::VALIDATION_FAILED, true),
            (&own::FORBIDDEN, false),
            (&own::NO_SUCH_ROUTE, true),
            (&own::REQUEST_IN_PROGRESS, false),
            (&own::PRECONDITION_FAILED, false),
            (&own::IDEMPOTENCY_KEY_REUSED, true),
            (&own::TOO_MANY_REQUESTS, false),
            (&own::INTERNAL_ERROR, false),
            (&own::NOT_IMPLEMENTED, true),
            (&own::BAD_GATEWAY, false),
            (&own::OVERLOADED, false),
            (&own::GATEWAY_TIMEOUT, false),
        ] {
            let failure = Failure::from(ty.problem());
            assert_eq!(matches!(failure, Failure::ForGood(_)), is_final, "{ty}");
        }
    }

    #[test]
    fn what_a_store_says_is_no_reason_to_give_up() {
        for error in [Error::unavailable("no route"), Error::unique_violation("orders.number")] {
            let problem = Problem::from(error.clone());
            assert_eq!(Failure::from(error), Failure::ForNow(problem));
        }
    }
}
