// @generated from specs/models/inventory.yaml by `cargo xtask generate`. Do not edit.

//! `ReservationId` of the inventory domain.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Shape, Shaped};
use tiebeam::types::Uuid;

/// Identifies a reservation of stock.
///
/// For example `0192f0c4-77aa-7c11-8f02-1d2e3f405162`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ReservationId(pub Uuid);

impl From<Uuid> for ReservationId {
    fn from(value: Uuid) -> Self {
        Self(value)
    }
}

impl fmt::Display for ReservationId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl FromStr for ReservationId {
    type Err = <Uuid as FromStr>::Err;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl Shaped for ReservationId {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::uuid();
        &SHAPE
    }
}
