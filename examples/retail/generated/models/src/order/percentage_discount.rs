// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `PercentageDiscount` of the order domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

use crate::common::Percentage;

/// A share of the whole order.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PercentageDiscount {
    /// How much of it.
    pub percent: Percentage,
    /// What the invoice says.
    ///
    /// 1 to 80 characters.
    pub reason: String,
}

impl Shaped for PercentageDiscount {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("PercentageDiscount", &[
            Field::new("percent", Shape::of::<Percentage>()),
            Field::new("reason", Shape::string().min_length(1).max_length(80)),
        ]);
        &SHAPE
    }
}
