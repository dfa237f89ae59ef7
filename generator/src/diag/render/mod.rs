//! Findings as text: for people, for programs, for code scanners and for pull requests.
//!
//! Every renderer is a pure function and shows the findings in the same order.

mod github;
mod human;
mod json;
mod sarif;

pub use github::github;
pub use human::{Color, human, summary};
pub use json::json;
pub use sarif::sarif;
