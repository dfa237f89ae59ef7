// @generated from specs/models/shipping.yaml by `cargo xtask generate`. Do not edit.

//! `ShipmentStatus` of the shipping domain.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};
use tiebeam::shape::{Shape, Shaped};

/// Where a shipment is, roughly.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "String")]
pub enum ShipmentStatus {
    /// `prepared`.
    Prepared,
    /// `inTransit`.
    InTransit,
    /// `outForDelivery`.
    OutForDelivery,
    /// `delivered`.
    Delivered,
    /// `returned`.
    Returned,
    /// A value this version does not know; it survives a round trip.
    Unknown(String),
}

impl ShipmentStatus {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Prepared => "prepared",
            Self::InTransit => "inTransit",
            Self::OutForDelivery => "outForDelivery",
            Self::Delivered => "delivered",
            Self::Returned => "returned",
            Self::Unknown(value) => value,
        }
    }
}

impl From<String> for ShipmentStatus {
    fn from(value: String) -> Self {
        match value.as_str() {
            "prepared" => Self::Prepared,
            "inTransit" => Self::InTransit,
            "outForDelivery" => Self::OutForDelivery,
            "delivered" => Self::Delivered,
            "returned" => Self::Returned,
            _ => Self::Unknown(value),
        }
    }
}

impl From<&str> for ShipmentStatus {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl AsRef<str> for ShipmentStatus {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Serialize for ShipmentStatus {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for ShipmentStatus {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Shaped for ShipmentStatus {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::enumeration("ShipmentStatus", &[
            "prepared", "inTransit", "outForDelivery", "delivered", "returned",
        ]);
        &SHAPE
    }
}
