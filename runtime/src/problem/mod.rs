//! Problem details (RFC 9457): the one form in which anything that went wrong travels.
//!
//! A problem speaks to two audiences. What the caller may know is in the document; what we must know for ourselves is
//! its [cause](Problem::cause), which is logged and never sent.

mod occurrence;
pub mod own;
mod wire;

pub use occurrence::{Problem, ProblemType};
