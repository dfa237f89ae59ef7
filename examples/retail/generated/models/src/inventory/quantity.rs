// @generated from specs/models/inventory.yaml by `cargo xtask generate`. Do not edit.

//! `Quantity` of the inventory domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Shape, Shaped};

/// How many pieces; a person who needs more than that talks to a person.
///
/// 1 to 10 000. For example `2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Quantity(pub i32);

impl From<i32> for Quantity {
    fn from(value: i32) -> Self {
        Self(value)
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Shaped for Quantity {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::int32().minimum(1).maximum(10_000);
        &SHAPE
    }
}
