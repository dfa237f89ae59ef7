// @generated from specs/serde.yaml by `cargo xtask generate`. Do not edit.

//! `Shape` of the serde domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{self, Field, Shaped};

/// Shape.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Shape {
    /// Kind.
    pub kind: String,
    /// Type.
    pub type_: String,
}

impl Shaped for Shape {
    fn shape() -> &'static shape::Shape {
        static SHAPE: shape::Shape = shape::Shape::object("Shape", &[
            Field::new("kind", shape::Shape::string()),
            Field::new("type", shape::Shape::string()),
        ]);
        &SHAPE
    }
}
