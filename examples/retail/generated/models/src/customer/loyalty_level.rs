// @generated from specs/models/customer.yaml by `cargo xtask generate`. Do not edit.

//! `LoyaltyLevel` of the customer domain.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};
use tiebeam::shape::{Shape, Shaped};

/// The levels of the loyalty program, from the lowest.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "String")]
pub enum LoyaltyLevel {
    /// `standard`.
    Standard,
    /// `silver`.
    Silver,
    /// `gold`.
    Gold,
    /// `platinum`.
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

impl From<&str> for LoyaltyLevel {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl AsRef<str> for LoyaltyLevel {
    fn as_ref(&self) -> &str {
        self.as_str()
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
