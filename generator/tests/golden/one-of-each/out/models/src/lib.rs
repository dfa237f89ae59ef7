// @generated from specs/models by `cargo xtask generate`. Do not edit.

//! The canonical models of one-of-each: one module a domain.
//!
//! Every feature of the language, once.

pub mod catalog;
pub mod common;
pub mod order;
