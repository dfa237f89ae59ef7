// @generated from specs/models/shipping.yaml by `cargo xtask generate`. Do not edit.

//! `Carrier` of the shipping domain.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};
use tiebeam::shape::{Shape, Shaped};

/// Who carries a parcel.
/// Logistics signs up new carriers faster than we release software: expect names that are not
/// in this list and show them as they are.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "String")]
pub enum Carrier {
    /// `anPost`.
    AnPost,
    /// `dhl`.
    Dhl,
    /// `dpd`.
    Dpd,
    /// `ups`.
    Ups,
    /// A value this version does not know; it survives a round trip.
    Unknown(String),
}

impl Carrier {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::AnPost => "anPost",
            Self::Dhl => "dhl",
            Self::Dpd => "dpd",
            Self::Ups => "ups",
            Self::Unknown(value) => value,
        }
    }
}

impl From<String> for Carrier {
    fn from(value: String) -> Self {
        match value.as_str() {
            "anPost" => Self::AnPost,
            "dhl" => Self::Dhl,
            "dpd" => Self::Dpd,
            "ups" => Self::Ups,
            _ => Self::Unknown(value),
        }
    }
}

impl From<&str> for Carrier {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl AsRef<str> for Carrier {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Serialize for Carrier {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for Carrier {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Shaped for Carrier {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::enumeration("Carrier", &["anPost", "dhl", "dpd", "ups"]);
        &SHAPE
    }
}
