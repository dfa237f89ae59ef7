// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `OrderId` of the order domain.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Shape, Shaped};
use tiebeam::types::Uuid;

/// Identifies one order.
///
/// For example `0192f0c7-5b1d-7e42-a9c3-0d1e2f3a4b5c`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OrderId(pub Uuid);

impl From<Uuid> for OrderId {
    fn from(value: Uuid) -> Self {
        Self(value)
    }
}

impl fmt::Display for OrderId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl FromStr for OrderId {
    type Err = <Uuid as FromStr>::Err;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl Shaped for OrderId {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::uuid();
        &SHAPE
    }
}
