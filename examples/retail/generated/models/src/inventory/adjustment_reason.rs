// @generated from specs/models/inventory.yaml by `cargo xtask generate`. Do not edit.

//! `AdjustmentReason` of the inventory domain.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};
use tiebeam::shape::{Shape, Shaped};

/// Why the ledger was corrected.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "String")]
pub enum AdjustmentReason {
    /// A stocktaking found another number.
    Counted,
    /// Broken, and not for sale any more.
    Damaged,
    /// Not found.
    Lost,
    /// A delivery arrived.
    Received,
    /// It left the house in a parcel.
    Shipped,
    /// A value this version does not know; it survives a round trip.
    Unknown(String),
}

impl AdjustmentReason {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Counted => "counted",
            Self::Damaged => "damaged",
            Self::Lost => "lost",
            Self::Received => "received",
            Self::Shipped => "shipped",
            Self::Unknown(value) => value,
        }
    }
}

impl From<String> for AdjustmentReason {
    fn from(value: String) -> Self {
        match value.as_str() {
            "counted" => Self::Counted,
            "damaged" => Self::Damaged,
            "lost" => Self::Lost,
            "received" => Self::Received,
            "shipped" => Self::Shipped,
            _ => Self::Unknown(value),
        }
    }
}

impl From<&str> for AdjustmentReason {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl AsRef<str> for AdjustmentReason {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Serialize for AdjustmentReason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for AdjustmentReason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Shaped for AdjustmentReason {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::enumeration("AdjustmentReason", &[
            "counted", "damaged", "lost", "received", "shipped",
        ]);
        &SHAPE
    }
}
