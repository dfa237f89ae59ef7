// @generated from specs/parcel.yaml by `cargo xtask generate`. Do not edit.

//! `Parcel` of the parcel domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

use crate::parcel::ParcelId;

/// Something on its way.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Parcel {
    /// Id.
    pub id: ParcelId,
    /// What it weighs.
    ///
    /// At least 1.
    pub grams: i32,
}

impl Shaped for Parcel {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Parcel", &[
            Field::new("id", Shape::of::<ParcelId>()),
            Field::new("grams", Shape::int32().minimum(1)),
        ]);
        &SHAPE
    }
}
