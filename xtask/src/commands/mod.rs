//! One file per command: its arguments, then `run`. Commands do not call each other.

pub mod bench;
pub mod ci;
pub mod demo;
pub mod docs;
pub mod explain;
pub mod generate;
pub mod new;
pub mod schema;
pub mod test;
pub mod tidy;
