//! Idempotency keys of steps.
//!
//! Each step of a request has a key that follows from the request's own and from who sent it, so that a repetition of
//! the request repeats no step, and nobody gets the answer to a step of somebody else's.
//!
//! A service remembers the answer to a step for good, also when the step was undone since. An attempt that was undone
//! and is tried anew therefore has keys of its own.

use tiebeam::{Context, IdempotencyKey};

/// The key from which the steps of an attempt follow, after so many that were undone.
pub fn attempt(context: &Context, request: &IdempotencyKey, undone: usize) -> IdempotencyKey {
    match undone {
        0 => request.clone(),
        undone => context.step_key(request, &format!("attempt {}", undone + 1)),
    }
}
