// @generated from specs/parcel.yaml by `cargo xtask generate`. Do not edit.

//! `ParcelId` of the parcel domain.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Shape, Shaped};
use tiebeam::types::Uuid;

/// Identifies one parcel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ParcelId(pub Uuid);

impl From<Uuid> for ParcelId {
    fn from(value: Uuid) -> Self {
        Self(value)
    }
}

impl fmt::Display for ParcelId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl FromStr for ParcelId {
    type Err = <Uuid as FromStr>::Err;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl Shaped for ParcelId {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::uuid();
        &SHAPE
    }
}
