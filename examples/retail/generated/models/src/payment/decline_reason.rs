// @generated from specs/models/payment.yaml by `cargo xtask generate`. Do not edit.

//! `DeclineReason` of the payment domain.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};
use tiebeam::shape::{Shape, Shaped};

/// Why a payment was declined, as far as the provider tells.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "String")]
pub enum DeclineReason {
    /// `insufficientFunds`.
    InsufficientFunds,
    /// `expiredCard`.
    ExpiredCard,
    /// `suspectedFraud`.
    SuspectedFraud,
    /// `limitExceeded`.
    LimitExceeded,
    /// `other`.
    Other,
    /// A value this version does not know; it survives a round trip.
    Unknown(String),
}

impl DeclineReason {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::InsufficientFunds => "insufficientFunds",
            Self::ExpiredCard => "expiredCard",
            Self::SuspectedFraud => "suspectedFraud",
            Self::LimitExceeded => "limitExceeded",
            Self::Other => "other",
            Self::Unknown(value) => value,
        }
    }
}

impl From<String> for DeclineReason {
    fn from(value: String) -> Self {
        match value.as_str() {
            "insufficientFunds" => Self::InsufficientFunds,
            "expiredCard" => Self::ExpiredCard,
            "suspectedFraud" => Self::SuspectedFraud,
            "limitExceeded" => Self::LimitExceeded,
            "other" => Self::Other,
            _ => Self::Unknown(value),
        }
    }
}

impl From<&str> for DeclineReason {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl AsRef<str> for DeclineReason {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Serialize for DeclineReason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for DeclineReason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Shaped for DeclineReason {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::enumeration("DeclineReason", &[
            "insufficientFunds", "expiredCard", "suspectedFraud", "limitExceeded", "other",
        ]);
        &SHAPE
    }
}
