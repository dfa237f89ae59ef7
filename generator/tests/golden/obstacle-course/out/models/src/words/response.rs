// @generated from specs/words.yaml by `cargo xtask generate`. Do not edit.

//! `Response` of the words domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

/// Response.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Response {
    /// Body.
    pub body: String,
}

impl Shaped for Response {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Response", &[Field::new("body", Shape::string())]);
        &SHAPE
    }
}
