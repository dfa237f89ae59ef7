// @generated from specs/tiebeam.yaml by `cargo xtask generate`. Do not edit.

//! Tiebeam: the canonical models of the domain, owned by naming-team.
//!
//! A domain called like a crate or a keyword.

mod error;
mod shape;

pub use error::Error;
pub use shape::{Shape, ShapePatch};
