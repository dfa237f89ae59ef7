// @generated from specs/models/common.yaml by `cargo xtask generate`. Do not edit.

//! `Amount` of the common domain.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Shape, Shaped};
use tiebeam::types::Decimal;

/// An amount of money without its currency.
/// It is exact, travels as a string and never passes through binary floating point.
///
/// At least 0 and less than 100 000 000. A multiple of 0.01. For example `19.90`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Amount(pub Decimal);

impl From<Decimal> for Amount {
    fn from(value: Decimal) -> Self {
        Self(value)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl FromStr for Amount {
    type Err = <Decimal as FromStr>::Err;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl Shaped for Amount {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::decimal()
            .minimum_decimal("0")
            .exclusive_maximum_decimal("100000000")
            .multiple_of_decimal("0.01");
        &SHAPE
    }
}
