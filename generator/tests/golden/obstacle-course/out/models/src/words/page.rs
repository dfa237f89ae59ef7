// @generated from specs/words.yaml by `cargo xtask generate`. Do not edit.

//! `Page` of the words domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

/// Page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Page {
    /// Number.
    pub number: i32,
}

impl Shaped for Page {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Page", &[Field::new("number", Shape::int32())]);
        &SHAPE
    }
}
