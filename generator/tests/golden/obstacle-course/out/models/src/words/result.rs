// @generated from specs/words.yaml by `cargo xtask generate`. Do not edit.

//! `Result` of the words domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

/// Result.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ResultModel {
    /// Ok.
    pub ok: String,
}

impl Shaped for ResultModel {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("ResultModel", &[Field::new("ok", Shape::string())]);
        &SHAPE
    }
}
