// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `CustomerId` of the order domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::Redacted;
use tiebeam::shape::{Shape, Shaped};

/// Identifies a customer.
///
/// At least 4 characters. For example `C-1001`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CustomerId(pub String);

impl fmt::Debug for CustomerId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("CustomerId").field(&Redacted).finish()
    }
}

impl From<String> for CustomerId {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl From<&str> for CustomerId {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

impl Shaped for CustomerId {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::string().min_length(4);
        &SHAPE
    }
}
