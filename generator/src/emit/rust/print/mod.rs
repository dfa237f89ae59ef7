//! From tokens to text: one item at a time, a blank line between items and between members.
//!
//! The usual way from code to text, parsing it and printing the syntax tree, took most of the time of a whole
//! generation, and what came out had no blank lines and broke tables into staircases. Generated code needs little
//! of Rust: structs, enums, tables, short functions. So the forms it needs are laid out here straight from their
//! tokens, at the width and in the manner of rustfmt; whatever has another form is parsed and printed the usual
//! way. A test reads back what was printed for every item of the golden trees: it is token for token what went in.

mod block;
mod entry;
mod expression;
mod flat;
mod item;
#[cfg(test)]
mod read;

pub use entry::{item, line};
