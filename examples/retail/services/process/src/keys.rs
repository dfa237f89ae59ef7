//! Idempotency keys of steps.
//!
//! Each step of a request has a key that follows from the request's own, so that a repetition of the
//! request repeats no step.

use tiebeam::IdempotencyKey;

/// The key of one step of a request.
pub fn step(request: &IdempotencyKey, name: &str) -> IdempotencyKey {
    request.derive(name)
}
