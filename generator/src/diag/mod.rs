//! Findings: what is wrong, where, and what to do about it.

mod code;
mod diagnostic;

pub use code::{CODES, Code};
pub use diagnostic::{Diagnostic, Edit, Part, Related, Severity};
