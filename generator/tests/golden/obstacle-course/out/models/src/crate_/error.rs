// @generated from specs/crate.yaml by `cargo xtask generate`. Do not edit.

//! `Error` of the crate domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

/// Error.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Error {
    /// Message.
    pub message: String,
}

impl Shaped for Error {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Error", &[Field::new("message", Shape::string())]);
        &SHAPE
    }
}
