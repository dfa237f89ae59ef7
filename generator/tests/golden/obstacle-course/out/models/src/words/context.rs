// @generated from specs/words.yaml by `cargo xtask generate`. Do not edit.

//! `Context` of the words domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

/// Context.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Context {
    /// Context.
    pub context: String,
}

impl Shaped for Context {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Context", &[Field::new("context", Shape::string())]);
        &SHAPE
    }
}
