// @generated from specs/experience.yaml by `cargo xtask generate`. Do not edit.

//! Types local to the Parcel Experience API.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

/// A parcel as a phone shows it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ParcelView {
    /// What stands above the parcel.
    ///
    /// For example `Your teapot`.
    pub title: String,
}

impl Shaped for ParcelView {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("ParcelView", &[Field::new("title", Shape::string())]);
        &SHAPE
    }
}
