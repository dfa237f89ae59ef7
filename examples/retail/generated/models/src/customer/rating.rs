// @generated from specs/models/customer.yaml by `cargo xtask generate`. Do not edit.

//! `Rating` of the customer domain.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};
use tiebeam::shape::{Shape, Shaped};

/// How well a customer pays, as the credit department sees it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "String")]
pub enum Rating {
    /// Pays before the invoice is due.
    Excellent,
    /// Pays when the invoice is due.
    Good,
    /// Has to be reminded.
    Watch,
    /// Buys on prepayment only.
    Blocked,
    /// A value this version does not know; it survives a round trip.
    Unknown(String),
}

impl Rating {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Excellent => "excellent",
            Self::Good => "good",
            Self::Watch => "watch",
            Self::Blocked => "blocked",
            Self::Unknown(value) => value,
        }
    }
}

impl From<String> for Rating {
    fn from(value: String) -> Self {
        match value.as_str() {
            "excellent" => Self::Excellent,
            "good" => Self::Good,
            "watch" => Self::Watch,
            "blocked" => Self::Blocked,
            _ => Self::Unknown(value),
        }
    }
}

impl From<&str> for Rating {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl AsRef<str> for Rating {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Serialize for Rating {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for Rating {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Shaped for Rating {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::enumeration("Rating", &["excellent", "good", "watch", "blocked"]);
        &SHAPE
    }
}
