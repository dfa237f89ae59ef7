//! What a caller may know of a problem further down.

use std::convert::Infallible;

use tiebeam::problem::own;
use tiebeam::shape::{ParameterIn, Place};
use tiebeam::{Problem, Upstream};

/// The problem of a call further down, as our own caller may see it.
///
/// Three kinds are about what our caller sent and we merely handed on: an `If-Match` that does not match, a cursor that
/// the list did not give out, and an idempotency key that another request had, or that is being worked on: the keys of
/// our steps follow from the key of our caller.
/// Everything else that nobody handled becomes a gateway problem, and the original goes to the log.
#[must_use]
pub fn relayed(problem: Problem) -> Problem {
    if problem.status() == 412 || is_about_the_cursor(&problem) || is_about_the_key(&problem) {
        return problem;
    }
    match Err::<Infallible, Problem>(problem).upstream() {
        Err(hidden) => hidden,
        Ok(never) => match never {},
    }
}

fn is_about_the_cursor(problem: &Problem) -> bool {
    let cursor = Place::Parameter("cursor".to_owned(), ParameterIn::Query);
    let violations = problem.violations();
    !violations.is_empty() && violations.iter().all(|violation| violation.place == cursor)
}

fn is_about_the_key(problem: &Problem) -> bool {
    problem.is(&own::IDEMPOTENCY_KEY_REUSED) || problem.is(&own::REQUEST_IN_PROGRESS)
}

#[cfg(test)]
mod tests {
    use tiebeam::problem::own;
    use tiebeam::{Cursor, ProblemType};

    use super::relayed;

    #[test]
    fn what_the_caller_sent_is_its_own_affair() {
        let problem = Cursor::new("%").decode::<u8>().expect_err("it is no cursor");
        assert_eq!(relayed(problem.clone()), problem);
        for ty in [&own::IDEMPOTENCY_KEY_REUSED, &own::REQUEST_IN_PROGRESS] {
            assert_eq!(relayed(ty.problem()), ty.problem());
        }
    }

    #[test]
    fn what_only_we_know_of_stays_with_us() {
        static BROKEN: ProblemType =
            ProblemType { uri: "https://x.example/b", code: "b", title: "Broken", status: 404 };
        assert_eq!(relayed(BROKEN.problem()).status(), 502);
    }
}
