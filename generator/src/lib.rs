//! The Tiebeam generator: from specs to a tree of files, as a pure function.
//!
//! Data flows one way: `spec → resolve → ir → emit → FileTree`, and every finding is a
//! [`diag::Diagnostic`]. Only [`spec`] reads files; nothing here writes, runs programs or prints.

pub mod casing;
pub mod diag;
pub mod emit;
pub mod ir;
pub mod pattern;
pub mod resolve;
mod rust_name;
pub mod source;
pub mod spec;
pub mod suggest;
