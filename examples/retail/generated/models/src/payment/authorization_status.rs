// @generated from specs/models/payment.yaml by `cargo xtask generate`. Do not edit.

//! `AuthorizationStatus` of the payment domain.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};
use tiebeam::shape::{Shape, Shaped};

/// What the provider says.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "String")]
pub enum AuthorizationStatus {
    /// The money is set aside.
    Approved,
    /// Somebody at the provider looks at it; the answer comes within a day.
    Review,
    /// The money is ours.
    Captured,
    /// It was given back before we took it.
    Voided,
    /// A value this version does not know; it survives a round trip.
    Unknown(String),
}

impl AuthorizationStatus {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Approved => "approved",
            Self::Review => "review",
            Self::Captured => "captured",
            Self::Voided => "voided",
            Self::Unknown(value) => value,
        }
    }
}

impl From<String> for AuthorizationStatus {
    fn from(value: String) -> Self {
        match value.as_str() {
            "approved" => Self::Approved,
            "review" => Self::Review,
            "captured" => Self::Captured,
            "voided" => Self::Voided,
            _ => Self::Unknown(value),
        }
    }
}

impl From<&str> for AuthorizationStatus {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl AsRef<str> for AuthorizationStatus {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Serialize for AuthorizationStatus {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for AuthorizationStatus {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Shaped for AuthorizationStatus {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::enumeration("AuthorizationStatus", &[
            "approved", "review", "captured", "voided",
        ]);
        &SHAPE
    }
}
