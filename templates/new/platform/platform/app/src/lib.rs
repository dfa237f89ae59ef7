//! The whole platform in one process.
//!
//! [`wire`] puts it together from the bottom up; [`run`] serves it.

mod cli;
mod wiring;

pub use cli::run;
pub use wiring::wire;
