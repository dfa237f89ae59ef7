// @generated from specs/tiebeam.yaml by `cargo xtask generate`. Do not edit.

//! `Shape` of the tiebeam domain.

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

/// What changes in [`Shape`]: a field that is absent stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ShapePatch {
    /// Kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub type_: Option<String>,
}

impl ShapePatch {
    /// Applies the patch (RFC 7396).
    pub fn apply(self, shape: &mut Shape) {
        if let Some(value) = self.kind {
            shape.kind = value;
        }
        if let Some(value) = self.type_ {
            shape.type_ = value;
        }
    }
}

impl Shaped for ShapePatch {
    fn shape() -> &'static shape::Shape {
        static SHAPE: shape::Shape = shape::Shape::object("ShapePatch", &[
            Field::new("kind", shape::Shape::string()).optional(),
            Field::new("type", shape::Shape::string()).optional(),
        ]);
        &SHAPE
    }
}
