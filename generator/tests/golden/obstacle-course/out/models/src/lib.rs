// @generated from specs by `cargo xtask generate`. Do not edit.

//! The canonical models of obstacle-course: one module a domain.
//!
//! Names and texts that hurt: "quotes", {{ braces }}, `ticks`, a | pipe, \<angle> brackets,
//! \back\slashes and 日本語.

pub mod core;
pub mod crate_;
pub mod serde;
pub mod std;
pub mod tiebeam;
pub mod words;
