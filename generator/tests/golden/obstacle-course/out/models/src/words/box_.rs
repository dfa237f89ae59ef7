// @generated from specs/words.yaml by `cargo xtask generate`. Do not edit.

//! `Box` of the words domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

/// Box.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct BoxModel {
    /// Inside.
    pub inside: Option<Box<BoxModel>>,
}

impl Shaped for BoxModel {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::object("BoxModel", &[Field::new("inside", Shape::of::<BoxModel>().nullable())]);
        &SHAPE
    }
}
