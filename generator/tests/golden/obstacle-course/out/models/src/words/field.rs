// @generated from specs/words.yaml by `cargo xtask generate`. Do not edit.

//! `Field` of the words domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{self, Shape, Shaped};

/// Field.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Field {
    /// Field.
    pub field: String,
}

impl Shaped for Field {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::object("Field", &[shape::Field::new("field", Shape::string())]);
        &SHAPE
    }
}
