//! What becomes of a dependency's error that the caller was not promised.

use crate::operation::Failure;
use crate::problem::{Problem, own};

/// Turns the error of a call further down into a problem that our own caller may see.
///
/// A dependency's 404 is not ours: what it means to our caller is for the business logic to say. What nobody handled
/// becomes 504 when time ran out, 503 when it may work later, 502 otherwise; the original is kept for the log.
///
/// ```
/// use tiebeam::{Problem, Upstream};
///
/// fn answer(call: Result<u32, Problem>) -> Result<u32, Problem> {
///     Ok(call.upstream()? + 1)
/// }
/// ```
pub trait Upstream<T> {
    /// Hides the error behind a gateway problem.
    ///
    /// # Errors
    ///
    /// `gateway-timeout`, `unavailable` or `bad-gateway` where there was an error.
    fn upstream(self) -> Result<T, Problem>;
}

impl<T, E: Failure> Upstream<T> for Result<T, E> {
    fn upstream(self) -> Result<T, Problem> {
        self.map_err(|error| hidden(&error.into_problem()))
    }
}

fn hidden(problem: &Problem) -> Problem {
    let cause = match problem.cause() {
        Some(cause) => format!("{} {}: {cause}", problem.uri(), problem),
        None => format!("{} {}", problem.uri(), problem),
    };
    if problem.is_timeout() {
        return own::gateway_timeout().caused_by(cause);
    }
    if !problem.is_unavailable() {
        return own::bad_gateway(cause);
    }
    let unavailable = own::unavailable(cause);
    match problem.retry_after() {
        Some(seconds) => unavailable.with_retry_after(seconds),
        None => unavailable,
    }
}

#[cfg(test)]
mod tests {
    use super::Upstream;
    use crate::problem::{Problem, ProblemType, own};

    #[test]
    fn a_dependency_does_not_speak_to_our_caller() {
        static GONE: ProblemType =
            ProblemType { uri: "https://x", code: "x", title: "Secret", status: 410 };
        for (problem, code) in [
            (GONE.problem().with_detail("/srv/secret"), "bad-gateway"),
            (own::internal("a bug"), "bad-gateway"),
            (own::gateway_timeout(), "gateway-timeout"),
            (own::unavailable("down").with_retry_after(7), "unavailable"),
        ] {
            let retry_after = problem.retry_after();
            let hidden = Err::<(), Problem>(problem).upstream().expect_err("it is an error");
            assert_eq!(hidden.code(), code);
            assert_eq!(hidden.retry_after(), retry_after);
            assert!(!serde_json::to_string(&hidden).expect("it can be written").contains("ecret"));
        }
    }
}
