// @generated from specs/models/common.yaml by `cargo xtask generate`. Do not edit.

//! `Percentage` of the common domain.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Shape, Shaped};
use tiebeam::types::Decimal;

/// A share in hundredths, from nothing to everything.
///
/// 0 to 100. For example `12.5`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Percentage(pub Decimal);

impl From<Decimal> for Percentage {
    fn from(value: Decimal) -> Self {
        Self(value)
    }
}

impl fmt::Display for Percentage {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl FromStr for Percentage {
    type Err = <Decimal as FromStr>::Err;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl Shaped for Percentage {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::decimal().minimum_decimal("0").maximum_decimal("100");
        &SHAPE
    }
}
