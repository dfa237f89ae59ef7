// @generated from specs/models/payment.yaml by `cargo xtask generate`. Do not edit.

//! `PaymentMethod` of the payment domain.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};
use tiebeam::Redacted;
use tiebeam::shape::{Shape, Shaped, Variant};
use tiebeam::types::Value;
use tiebeam::union::{self, Tagged, Union};

use crate::payment::{CardPayment, InvoicePayment, WalletPayment};

/// How the customer pays.
#[derive(Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "method")]
pub enum PaymentMethod {
    /// By credit or debit card.
    #[serde(rename = "card")]
    Card(CardPayment),
    /// On account; for customers with a credit limit.
    #[serde(rename = "invoice")]
    Invoice(InvoicePayment),
    /// By a wallet app.
    #[serde(rename = "wallet")]
    Wallet(WalletPayment),
    /// A kind this version does not know; it survives a round trip.
    #[serde(untagged)]
    Unknown(Value),
}

impl fmt::Debug for PaymentMethod {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Card(payload) => formatter.debug_tuple("Card").field(payload).finish(),
            Self::Invoice(payload) => formatter.debug_tuple("Invoice").field(payload).finish(),
            Self::Wallet(payload) => formatter.debug_tuple("Wallet").field(payload).finish(),
            Self::Unknown(_) => formatter.debug_tuple("Unknown").field(&Redacted).finish(),
        }
    }
}

impl Union for PaymentMethod {
    const TAG: &'static str = "method";

    fn read<'de, T: Tagged<'de>>(tagged: T) -> Result<Self, T::Error> {
        match tagged.tag() {
            "card" => tagged.payload().map(Self::Card),
            "invoice" => tagged.payload().map(Self::Invoice),
            "wallet" => tagged.payload().map(Self::Wallet),
            _ => tagged.into_value().map(Self::Unknown),
        }
    }
}

impl<'de> Deserialize<'de> for PaymentMethod {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        union::read(deserializer)
    }
}

impl Shaped for PaymentMethod {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::union("PaymentMethod", "method", &[
            Variant::new("card", Shape::of::<CardPayment>()),
            Variant::new("invoice", Shape::of::<InvoicePayment>()),
            Variant::new("wallet", Shape::of::<WalletPayment>()),
        ]);
        &SHAPE
    }
}
