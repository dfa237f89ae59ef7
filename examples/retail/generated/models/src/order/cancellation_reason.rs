// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `CancellationReason` of the order domain.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};
use tiebeam::shape::{Shape, Shaped};

/// Why an order was given up.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "String")]
pub enum CancellationReason {
    /// `changedMind`.
    ChangedMind,
    /// `outOfStock`.
    OutOfStock,
    /// `paymentFailed`.
    PaymentFailed,
    /// `suspectedFraud`.
    SuspectedFraud,
    /// `other`.
    Other,
    /// A value this version does not know; it survives a round trip.
    Unknown(String),
}

impl CancellationReason {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::ChangedMind => "changedMind",
            Self::OutOfStock => "outOfStock",
            Self::PaymentFailed => "paymentFailed",
            Self::SuspectedFraud => "suspectedFraud",
            Self::Other => "other",
            Self::Unknown(value) => value,
        }
    }
}

impl From<String> for CancellationReason {
    fn from(value: String) -> Self {
        match value.as_str() {
            "changedMind" => Self::ChangedMind,
            "outOfStock" => Self::OutOfStock,
            "paymentFailed" => Self::PaymentFailed,
            "suspectedFraud" => Self::SuspectedFraud,
            "other" => Self::Other,
            _ => Self::Unknown(value),
        }
    }
}

impl From<&str> for CancellationReason {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl AsRef<str> for CancellationReason {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Serialize for CancellationReason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for CancellationReason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Shaped for CancellationReason {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::enumeration("CancellationReason", &[
            "changedMind", "outOfStock", "paymentFailed", "suspectedFraud", "other",
        ]);
        &SHAPE
    }
}
