// @generated from specs/words.yaml by `cargo xtask generate`. Do not edit.

//! `Problem` of the words domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

/// Problem.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Problem {
    /// Detail.
    pub detail: String,
}

impl Shaped for Problem {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Problem", &[Field::new("detail", Shape::string())]);
        &SHAPE
    }
}
