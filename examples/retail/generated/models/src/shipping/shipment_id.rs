// @generated from specs/models/shipping.yaml by `cargo xtask generate`. Do not edit.

//! `ShipmentId` of the shipping domain.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Shape, Shaped};
use tiebeam::types::Uuid;

/// Identifies one shipment.
///
/// For example `0192f0d1-6c2e-7a53-b8d4-1e2f3a4b5c6d`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ShipmentId(pub Uuid);

impl From<Uuid> for ShipmentId {
    fn from(value: Uuid) -> Self {
        Self(value)
    }
}

impl fmt::Display for ShipmentId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl FromStr for ShipmentId {
    type Err = <Uuid as FromStr>::Err;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl Shaped for ShipmentId {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::uuid();
        &SHAPE
    }
}
