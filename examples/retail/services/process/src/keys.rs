//! Idempotency keys of steps.
//!
//! Each step of a request has a key that follows from the request's own, so that a repetition of the
//! request repeats no step.
//!
//! A service remembers the answer to a step for good, also when the step was undone since. An attempt that was undone
//! and is tried anew therefore has keys of its own.

use tiebeam::IdempotencyKey;

/// The key of one step of a request.
pub fn step(request: &IdempotencyKey, name: &str) -> IdempotencyKey {
    request.derive(name)
}

/// The key from which the steps of an attempt follow, after so many that were undone.
pub fn attempt(request: &IdempotencyKey, undone: usize) -> IdempotencyKey {
    match undone {
        0 => request.clone(),
        undone => request.derive(&format!("attempt {}", undone + 1)),
    }
}
