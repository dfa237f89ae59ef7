// @generated from specs/models/payment.yaml by `cargo xtask generate`. Do not edit.

//! `WalletProvider` of the payment domain.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};
use tiebeam::shape::{Shape, Shaped};

/// Wallets that we take.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "String")]
pub enum WalletProvider {
    /// `apple`.
    Apple,
    /// `google`.
    Google,
    /// `paypal`.
    Paypal,
    /// A value this version does not know; it survives a round trip.
    Unknown(String),
}

impl WalletProvider {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Apple => "apple",
            Self::Google => "google",
            Self::Paypal => "paypal",
            Self::Unknown(value) => value,
        }
    }
}

impl From<String> for WalletProvider {
    fn from(value: String) -> Self {
        match value.as_str() {
            "apple" => Self::Apple,
            "google" => Self::Google,
            "paypal" => Self::Paypal,
            _ => Self::Unknown(value),
        }
    }
}

impl From<&str> for WalletProvider {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl AsRef<str> for WalletProvider {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Serialize for WalletProvider {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for WalletProvider {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Shaped for WalletProvider {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::enumeration("WalletProvider", &["apple", "google", "paypal"]);
        &SHAPE
    }
}
