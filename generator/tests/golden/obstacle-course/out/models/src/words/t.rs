// @generated from specs/words.yaml by `cargo xtask generate`. Do not edit.

//! `T` of the words domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

/// T.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct T {
    /// T.
    pub t: String,
}

impl Shaped for T {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("T", &[Field::new("t", Shape::string())]);
        &SHAPE
    }
}
