//! Keys that make a repeated request safe, and what a server does with them
//! (draft-ietf-httpapi-idempotency-key-header).
//!
//! [`Local`] is for operations that only write their own store. The whole request is one transaction with a try-lock on
//! the key: lock, look up, run the handler, keep the answer, commit. There is no marker that says "running" and no lease
//! that could outlive who took it: a process that dies takes its lock and its effects with it, and a repetition starts
//! from nothing.
//!
//! [`Flow`] is for operations that call others. A transaction must not be kept open meanwhile, so there is a marker, and
//! it has a lease: take the key, run the handler while the lease is renewed, keep the answer and let go. A process that
//! dies leaves its lease, which runs out.

mod digest;
mod fields;
mod fingerprint;
mod flow;
mod keeper;
mod key;
mod local;
mod mode;
mod outcome;
mod run;
mod running;
mod step;

pub use flow::Flow;
pub use key::{IdempotencyKey, InvalidIdempotencyKey};
pub use local::Local;
pub use mode::Mode;

pub(crate) use fingerprint::Asked;
pub(crate) use local::Attempt;
pub(crate) use outcome::{Ended, Outcome, Owner, Recorded, Verdict};
