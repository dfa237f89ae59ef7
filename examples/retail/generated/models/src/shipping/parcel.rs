// @generated from specs/models/shipping.yaml by `cargo xtask generate`. Do not edit.

//! `Parcel` of the shipping domain.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

/// One box.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Parcel {
    /// The carrier's own number.
    ///
    /// 4 to 40 characters.
    pub tracking_number: String,
    /// Weight in kilograms.
    ///
    /// Greater than 0 and less than 1000.
    pub weight: f64,
    /// How many pieces of what: quantities by SKU.
    ///
    /// 1 to 100 entries.
    pub contents: BTreeMap<String, i32>,
}

impl Shaped for Parcel {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Parcel", &[
            Field::new("trackingNumber", Shape::string().min_length(4).max_length(40)),
            Field::new(
                "weight",
                Shape::float64().exclusive_minimum_float(0.0).exclusive_maximum_float(1000.0),
            ),
            Field::new("contents", Shape::map(&Shape::int32()).min_items(1).max_items(100)),
        ]);
        &SHAPE
    }
}
