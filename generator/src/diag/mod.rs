//! Findings: what is wrong, where, and what to do about it.

mod code;
pub mod codes;
mod diagnostic;

pub use code::Code;
pub use codes::CODES;
pub use diagnostic::{Diagnostic, Edit, Part, Related, Severity};
