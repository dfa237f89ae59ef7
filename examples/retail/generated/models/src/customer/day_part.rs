// @generated from specs/models/customer.yaml by `cargo xtask generate`. Do not edit.

//! `DayPart` of the customer domain.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};
use tiebeam::shape::{Shape, Shaped};

/// A part of the day, in the customer's own time zone.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "String")]
pub enum DayPart {
    /// `morning`.
    Morning,
    /// `afternoon`.
    Afternoon,
    /// `evening`.
    Evening,
    /// A value this version does not know; it survives a round trip.
    Unknown(String),
}

impl DayPart {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Morning => "morning",
            Self::Afternoon => "afternoon",
            Self::Evening => "evening",
            Self::Unknown(value) => value,
        }
    }
}

impl From<String> for DayPart {
    fn from(value: String) -> Self {
        match value.as_str() {
            "morning" => Self::Morning,
            "afternoon" => Self::Afternoon,
            "evening" => Self::Evening,
            _ => Self::Unknown(value),
        }
    }
}

impl From<&str> for DayPart {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl AsRef<str> for DayPart {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Serialize for DayPart {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for DayPart {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Shaped for DayPart {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::enumeration("DayPart", &["morning", "afternoon", "evening"]);
        &SHAPE
    }
}
