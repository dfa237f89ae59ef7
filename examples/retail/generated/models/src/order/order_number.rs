// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `OrderNumber` of the order domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Pattern, Shape, Shaped};

/// The number that people read to each other on the telephone: an A and eight digits.
///
/// Matches `^A[0-9]{8}$`. For example `A00010423`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OrderNumber(pub String);

impl From<String> for OrderNumber {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl From<&str> for OrderNumber {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

impl fmt::Display for OrderNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

static ORDER_NUMBER_PATTERN: Pattern = Pattern::new("^A[0-9]{8}$");

impl Shaped for OrderNumber {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::string().pattern(&ORDER_NUMBER_PATTERN);
        &SHAPE
    }
}
