//! What a run found, for people, for programs, for code scanners and for pull requests.

mod human;
mod machine;
mod render;
mod row;
mod verdict;

pub use render::{Format, all, color, left};
pub use tiebeam_generator::diag::render::Color;
pub use verdict::Verdict;
