//! Keys that make a repeated request safe, and what a server does with them
//! (draft-ietf-httpapi-idempotency-key-header).
//!
//! [`Local`] is for operations that only write their own store. The whole request is one transaction with a try-lock on
//! the key: lock, look up, run the handler, keep the answer, commit. There is no marker that says "running" and no lease
//! that could outlive who took it: a process that dies takes its lock and its effects with it, and a repetition starts
//! from nothing.

mod digest;
mod fields;
mod fingerprint;
mod key;
mod local;

pub use key::{IdempotencyKey, InvalidIdempotencyKey};
pub use local::Local;

pub(crate) use fingerprint::Asked;
pub(crate) use local::{Attempt, Ended, Outcome, Owner, Recorded, Verdict};
