//! The first implementation of a contract: a crate that is written once and is a developer's from then on.

mod logic;
mod parts;
mod smoke;

pub use parts::{Implementation, implementation};
