//! Findings: what is wrong, where, and what to do about it.

mod arrange;
mod code;
pub mod codes;
mod diagnostic;
mod explain;
pub mod render;

pub use code::Code;
pub use codes::CODES;
pub use diagnostic::{Diagnostic, Edit, Part, Related, Severity};
pub use explain::{did_you_mean, explain, pages};
