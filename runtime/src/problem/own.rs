//! The problems that the runtime itself answers with.

use std::fmt;

use http::HeaderValue;
use http::header::{ACCEPT, ACCEPT_ENCODING, ALLOW, RETRY_AFTER};

use super::occurrence::{Problem, ProblemType};
use crate::shape::Violation;

/// Writes the types: a static, its code, its status, its title.
macro_rules! types {
    ($($name:ident $code:literal $status:literal $title:literal;)*) => {
        $(
            #[doc = concat!($title, ".")]
            pub static $name: ProblemType = ProblemType {
                uri: concat!("https://tiebeam.dev/problems/", $code),
                code: $code,
                title: $title,
                status: $status,
            };
        )*

        /// Every problem type of the runtime, by status and code.
        pub static TYPES: &[&ProblemType] = &[$(&$name),*];
    };
}

types! {
    MALFORMED_BODY "malformed-body" 400 "The body is not JSON";
    VALIDATION_FAILED "validation-failed" 400 "The request is not valid";
    UNAUTHENTICATED "unauthenticated" 401 "Credentials are missing or not valid";
    FORBIDDEN "forbidden" 403 "The credentials do not allow this";
    NO_SUCH_ROUTE "no-such-route" 404 "There is nothing at this path";
    METHOD_NOT_ALLOWED "method-not-allowed" 405 "The method is not allowed here";
    NOT_ACCEPTABLE "not-acceptable" 406 "No acceptable representation";
    REQUEST_TIMEOUT "request-timeout" 408 "The request took too long to arrive";
    REQUEST_IN_PROGRESS "request-in-progress" 409 "The first request with this key is still being processed";
    PAST_SUNSET "past-sunset" 410 "This version is no longer served";
    PRECONDITION_FAILED "precondition-failed" 412 "The entity was changed in the meantime";
    PAYLOAD_TOO_LARGE "payload-too-large" 413 "The body is too large";
    URI_TOO_LONG "uri-too-long" 414 "The URI is too long";
    UNSUPPORTED_MEDIA_TYPE "unsupported-media-type" 415 "The body has an unsupported media type";
    IDEMPOTENCY_KEY_REUSED "idempotency-key-reused" 422 "The key was used with another request";
    PRECONDITION_REQUIRED "precondition-required" 428 "The request must be conditional";
    TOO_MANY_REQUESTS "too-many-requests" 429 "Too many requests";
    HEADERS_TOO_LARGE "header-fields-too-large" 431 "The header fields are too large";
    INTERNAL_ERROR "internal-error" 500 "Something went wrong on our side";
    NOT_IMPLEMENTED "not-implemented" 501 "Not implemented";
    BAD_GATEWAY "bad-gateway" 502 "A system further down answered wrongly";
    CIRCUIT_OPEN "circuit-open" 503 "A system further down does not work and is not called";
    OVERLOADED "overloaded" 503 "Too much to do at the moment";
    TOO_MANY_CALLS "too-many-calls" 503 "Too many calls to a system further down";
    UNAVAILABLE "unavailable" 503 "Not available at the moment";
    GATEWAY_TIMEOUT "gateway-timeout" 504 "The answer took too long";
}

/// Everything that is wrong with a request.
pub(crate) fn validation(violations: Vec<Violation>) -> Problem {
    let detail = match violations.len() {
        1 => "1 thing is wrong; see `errors`.".to_owned(),
        count => format!("{count} things are wrong; see `errors`."),
    };
    VALIDATION_FAILED.problem().with_detail(detail).with_violations(violations)
}

/// A body that is not JSON.
pub(crate) fn malformed(detail: String) -> Problem {
    MALFORMED_BODY.problem().with_detail(detail)
}

/// A bug of ours; the cause stays with us.
pub(crate) fn internal(cause: impl fmt::Display) -> Problem {
    INTERNAL_ERROR.problem().caused_by(cause)
}

/// More requests than the rate limit lets through; in so many seconds there is room again.
pub(crate) fn too_many_requests(seconds: u64) -> Problem {
    TOO_MANY_REQUESTS.problem().with_header(RETRY_AFTER, HeaderValue::from(seconds))
}

pub(crate) fn past_sunset() -> Problem {
    PAST_SUNSET.problem()
}

pub(crate) fn no_such_route() -> Problem {
    NO_SUCH_ROUTE.problem()
}

pub(crate) fn method_not_allowed(allowed: &HeaderValue) -> Problem {
    METHOD_NOT_ALLOWED.problem().with_header(ALLOW, allowed.clone())
}

pub(crate) fn not_acceptable() -> Problem {
    NOT_ACCEPTABLE.problem().with_detail("This operation answers with application/json.")
}

pub(crate) fn request_timeout() -> Problem {
    REQUEST_TIMEOUT.problem()
}

/// An implementation, or a system further down, that did not answer in time.
pub(crate) fn gateway_timeout() -> Problem {
    GATEWAY_TIMEOUT.problem()
}

/// A repetition that came while the first request was running.
pub(crate) fn request_in_progress() -> Problem {
    REQUEST_IN_PROGRESS.problem()
}

/// A key that came with something else before.
pub(crate) fn idempotency_key_reused() -> Problem {
    IDEMPOTENCY_KEY_REUSED
        .problem()
        .with_detail("Repeat a request as it was, or send another one with a key of its own.")
}

pub(crate) fn precondition_failed() -> Problem {
    PRECONDITION_FAILED
        .problem()
        .with_detail("Read the entity again and repeat the change on its current version.")
}

pub(crate) fn precondition_required() -> Problem {
    PRECONDITION_REQUIRED
        .problem()
        .with_detail("Say with If-Match which version of the entity this request changes.")
}

pub(crate) fn payload_too_large(limit: usize) -> Problem {
    PAYLOAD_TOO_LARGE.problem().with_detail(format!("At most {limit} bytes are allowed."))
}

pub(crate) fn uri_too_long(limit: usize) -> Problem {
    URI_TOO_LONG.problem().with_detail(format!("At most {limit} bytes are allowed."))
}

pub(crate) fn headers_too_large(limit: usize) -> Problem {
    HEADERS_TOO_LARGE.problem().with_detail(format!("At most {limit} bytes are allowed."))
}

pub(crate) fn unsupported_media_type(detail: &'static str) -> Problem {
    UNSUPPORTED_MEDIA_TYPE
        .problem()
        .with_detail(detail)
        .with_header(ACCEPT, HeaderValue::from_static("application/json"))
}

pub(crate) fn unsupported_encoding() -> Problem {
    UNSUPPORTED_MEDIA_TYPE
        .problem()
        .with_detail("Send the body without a content coding.")
        .with_header(ACCEPT_ENCODING, HeaderValue::from_static("identity"))
}

pub(crate) fn bad_gateway(cause: impl fmt::Display) -> Problem {
    BAD_GATEWAY.problem().caused_by(cause)
}

pub(crate) fn unavailable(cause: impl fmt::Display) -> Problem {
    UNAVAILABLE.problem().caused_by(cause)
}

/// More to do than can be done in time: the request was not looked at, and may be sent again.
pub(crate) fn overloaded(cause: impl fmt::Display) -> Problem {
    OVERLOADED.problem().with_retry_after(1).caused_by(cause)
}

/// A breaker is open: the target was not called.
pub(crate) fn circuit_open(retry_after: u32) -> Problem {
    CIRCUIT_OPEN.problem().with_retry_after(retry_after.max(1))
}

/// A bulkhead is full: the target was not called.
pub(crate) fn too_many_calls(cause: impl fmt::Display) -> Problem {
    TOO_MANY_CALLS.problem().caused_by(cause)
}

#[cfg(test)]
mod tests {
    use super::TYPES;

    #[test]
    fn the_types_are_sorted_and_distinct() {
        assert!(TYPES.is_sorted_by_key(|ty| ty.status));
        for (index, ty) in TYPES.iter().enumerate() {
            assert!(TYPES[..index].iter().all(|other| other.code != ty.code), "{}", ty.code);
            assert!(ty.uri.ends_with(ty.code));
        }
    }
}
