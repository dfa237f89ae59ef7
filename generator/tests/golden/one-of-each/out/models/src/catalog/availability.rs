// @generated from specs/models/catalog.yaml by `cargo xtask generate`. Do not edit.

//! `Availability` of the catalog domain.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};
use tiebeam::shape::{Shape, Shaped};

/// Whether an article can be had.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "String")]
pub enum Availability {
    /// It is there.
    InStock,
    /// It will be there.
    OnOrder,
    /// It will not come back.
    Discontinued,
    /// A value this version does not know; it survives a round trip.
    Unknown(String),
}

impl Availability {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::InStock => "in-stock",
            Self::OnOrder => "on-order",
            Self::Discontinued => "discontinued",
            Self::Unknown(value) => value,
        }
    }
}

impl From<String> for Availability {
    fn from(value: String) -> Self {
        match value.as_str() {
            "in-stock" => Self::InStock,
            "on-order" => Self::OnOrder,
            "discontinued" => Self::Discontinued,
            _ => Self::Unknown(value),
        }
    }
}

impl From<&str> for Availability {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl AsRef<str> for Availability {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Serialize for Availability {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for Availability {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Shaped for Availability {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::enumeration("Availability", &["in-stock", "on-order", "discontinued"]);
        &SHAPE
    }
}
