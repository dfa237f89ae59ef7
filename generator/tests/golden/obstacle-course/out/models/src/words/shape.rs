// @generated from specs/words.yaml by `cargo xtask generate`. Do not edit.

//! `Shape` of the words domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{self, Field, Shaped};

/// Shape.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Shape {
    /// Shape.
    pub shape: String,
}

impl Shaped for Shape {
    fn shape() -> &'static shape::Shape {
        static SHAPE: shape::Shape =
            shape::Shape::object("Shape", &[Field::new("shape", shape::Shape::string())]);
        &SHAPE
    }
}
