// @generated from specs/words.yaml by `cargo xtask generate`. Do not edit.

//! `Value` of the words domain.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};
use tiebeam::shape::{Shape, Shaped};

/// Value.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "String")]
pub enum Value {
    /// `Self`.
    SelfValue,
    /// `1st`.
    N1st,
    /// `a+b`.
    AB,
    /// `in progress`.
    InProgress,
    /// `UNKNOWN`.
    UnknownValue,
    /// `Ok`.
    Ok,
    /// A value this version does not know; it survives a round trip.
    Unknown(String),
}

impl Value {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::SelfValue => "Self",
            Self::N1st => "1st",
            Self::AB => "a+b",
            Self::InProgress => "in progress",
            Self::UnknownValue => "UNKNOWN",
            Self::Ok => "Ok",
            Self::Unknown(value) => value,
        }
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        match value.as_str() {
            "Self" => Self::SelfValue,
            "1st" => Self::N1st,
            "a+b" => Self::AB,
            "in progress" => Self::InProgress,
            "UNKNOWN" => Self::UnknownValue,
            "Ok" => Self::Ok,
            _ => Self::Unknown(value),
        }
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl AsRef<str> for Value {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for Value {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Shaped for Value {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::enumeration("Value", &["Self", "1st", "a+b", "in progress", "UNKNOWN", "Ok"]);
        &SHAPE
    }
}
