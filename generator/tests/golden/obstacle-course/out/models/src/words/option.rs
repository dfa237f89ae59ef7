// @generated from specs/words.yaml by `cargo xtask generate`. Do not edit.

//! `Option` of the words domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

/// Option.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OptionModel {
    /// Some.
    pub some: String,
}

impl Shaped for OptionModel {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("OptionModel", &[Field::new("some", Shape::string())]);
        &SHAPE
    }
}
