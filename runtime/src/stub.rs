//! What stubs answer: the examples of the spec.

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::operation::{Answer, Failure, Operation, Reply};
use crate::problem::own;

/// Answers with an example of the response body.
///
/// # Errors
///
/// `not-implemented` when the example is not one of the response type.
pub fn example<R: Reply, E: Failure>(
    operation: &'static Operation,
    json: &'static str,
) -> Result<R, E> {
    answered(operation, Bytes::from_static(json.as_bytes()))
}

/// Answers with an example of the list as its only page.
///
/// # Errors
///
/// `not-implemented` when the example is not one of the response type.
pub fn page<R: Reply, E: Failure>(
    operation: &'static Operation,
    items: &'static str,
) -> Result<R, E> {
    answered(operation, format!(r#"{{"items":{items}}}"#).into())
}

/// Answers without a body.
///
/// # Errors
///
/// `not-implemented` when the response type needs one.
pub fn empty<R: Reply, E: Failure>(operation: &'static Operation) -> Result<R, E> {
    answered(operation, Bytes::new())
}

/// Says that the spec has no example.
///
/// # Errors
///
/// Always `not-implemented`.
pub fn not_implemented<R, E: Failure>(operation: &'static Operation) -> Result<R, E> {
    let detail = format!("The spec has no example of what `{}` answers.", operation.name());
    Err(E::from_problem(own::NOT_IMPLEMENTED.problem().with_detail(detail)))
}

fn answered<R: Reply, E: Failure>(operation: &'static Operation, body: Bytes) -> Result<R, E> {
    let status = operation
        .successes()
        .first()
        .and_then(|success| StatusCode::from_u16(success.status()).ok());
    let answer =
        Answer::received(operation, status.unwrap_or(StatusCode::OK), HeaderMap::new(), body);
    R::from_answer(answer).or_else(|problem| {
        tracing::error!(
            operation = operation.name(),
            cause = problem.cause(),
            "the example is not a response"
        );
        not_implemented(operation)
    })
}
