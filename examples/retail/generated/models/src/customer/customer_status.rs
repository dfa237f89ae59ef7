// @generated from specs/models/customer.yaml by `cargo xtask generate`. Do not edit.

//! `CustomerStatus` of the customer domain.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};
use tiebeam::shape::{Shape, Shaped};

/// Where the relationship stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "String")]
pub enum CustomerStatus {
    /// May log in, order and pay.
    Active,
    /// May log in and read, but not order; a clerk decides.
    Suspended,
    /// Has left; kept only as long as the law asks for it.
    Closed,
    /// A value this version does not know; it survives a round trip.
    Unknown(String),
}

impl CustomerStatus {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Closed => "closed",
            Self::Unknown(value) => value,
        }
    }
}

impl From<String> for CustomerStatus {
    fn from(value: String) -> Self {
        match value.as_str() {
            "active" => Self::Active,
            "suspended" => Self::Suspended,
            "closed" => Self::Closed,
            _ => Self::Unknown(value),
        }
    }
}

impl From<&str> for CustomerStatus {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl AsRef<str> for CustomerStatus {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Serialize for CustomerStatus {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for CustomerStatus {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Shaped for CustomerStatus {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::enumeration("CustomerStatus", &["active", "suspended", "closed"]);
        &SHAPE
    }
}
