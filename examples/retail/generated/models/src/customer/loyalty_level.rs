// @generated from specs/models/customer.yaml by `cargo xtask generate`. Do not edit.

//! `LoyaltyLevel` of the customer domain.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};
use tiebeam::shape::{Shape, Shaped};

/// The levels of the loyalty program, from the lowest.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "String")]
pub enum LoyaltyLevel {
    /// Standard.
    Standard,
    /// Silver.
    Silver,
    /// Gold.
    Gold,
    /// Platinum.
    Platinum,
    /// A value this version does not know; it survives a round trip.
    Unknown(String),
}

impl LoyaltyLevel {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Standard => "standard",
            Self::Silver => "silver",
            Self::Gold => "gold",
            Self::Platinum => "platinum",
            Self::Unknown(value) => value,
        }
    }
}

impl From<String> for LoyaltyLevel {
    fn from(value: String) -> Self {
        match value.as_str() {
            "standard" => Self::Standard,
            "silver" => Self::Silver,
            "gold" => Self::Gold,
            "platinum" => Self::Platinum,
            _ => Self::Unknown(value),
        }
    }
}

impl Serialize for LoyaltyLevel {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for LoyaltyLevel {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Shaped for LoyaltyLevel {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::enumeration("LoyaltyLevel", &["standard", "silver", "gold", "platinum"]);
        &SHAPE
    }
}
