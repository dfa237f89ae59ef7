//! Rust code as a value, and [`code!`](quoting), which makes it look like what it becomes.
//!
//! `proc_macro2` and `quote` do the same for macros that a compiler runs: every token has a place in some source, every
//! keyword is a string of its own, and putting one stream into another copies it. Printing a thousand crates spent
//! most of its time there. Here nothing has a place, what the macro spells out is never copied, and what is put
//! together is shared.

mod literal;
#[macro_use]
mod quoting;
mod text;
mod to_code;
mod tree;

pub use literal::{number, raw_string, string};
pub(in crate::emit::rust) use quoting::{code, push_code};
pub use text::Ident;
pub use to_code::ToCode;
pub use tree::{Brackets, Code, Tree};
