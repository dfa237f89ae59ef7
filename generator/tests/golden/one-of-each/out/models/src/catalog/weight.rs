// @generated from specs/models/catalog.yaml by `cargo xtask generate`. Do not edit.

//! `Weight` of the catalog domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Shape, Shaped};

/// Kilograms.
///
/// Greater than 0 and at most 1000.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Weight(pub f64);

impl From<f64> for Weight {
    fn from(value: f64) -> Self {
        Self(value)
    }
}

impl fmt::Display for Weight {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Shaped for Weight {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::float64().maximum_float(1000.0).exclusive_minimum_float(0.0);
        &SHAPE
    }
}
