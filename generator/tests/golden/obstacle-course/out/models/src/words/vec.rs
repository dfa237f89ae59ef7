// @generated from specs/words.yaml by `cargo xtask generate`. Do not edit.

//! `Vec` of the words domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Shape, Shaped};

/// Vec.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct VecModel(pub Vec<String>);

impl From<Vec<String>> for VecModel {
    fn from(value: Vec<String>) -> Self {
        Self(value)
    }
}

impl Shaped for VecModel {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::list(&Shape::string());
        &SHAPE
    }
}
