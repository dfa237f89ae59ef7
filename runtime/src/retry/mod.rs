//! Trying again: whether it makes sense, whether it is safe, when, and how often it is bearable.
//!
//! Everything here is arithmetic over what is passed in, the time and the chance included; the client does the waiting.

mod after;
mod backoff;
mod budget;
mod class;
mod decision;
mod jitter;

pub(crate) use after::retry_after;
pub(crate) use backoff::doubled;
pub(crate) use budget::Budget;
pub(crate) use class::{Fault, Repetition};
pub(crate) use decision::{Circumstances, Decision, Stop, decide};
pub(crate) use jitter::Jitter;
