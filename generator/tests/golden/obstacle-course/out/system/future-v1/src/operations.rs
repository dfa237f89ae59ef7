// @generated from specs/hurdles.yaml by `cargo xtask generate`. Do not edit.

//! The operations of the Future API, a module each.

pub mod poll;
