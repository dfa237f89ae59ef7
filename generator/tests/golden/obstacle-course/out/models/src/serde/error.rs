// @generated from specs/serde.yaml by `cargo xtask generate`. Do not edit.

//! `Error` of the serde domain.

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
