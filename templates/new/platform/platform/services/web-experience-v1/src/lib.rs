//! The business logic of the Web Experience API, version 1: composition and wording, and no business rule.

mod visits;
mod words;

pub use visits::Visits;
