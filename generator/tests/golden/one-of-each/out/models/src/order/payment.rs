// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Payment` of the order domain.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};
use tiebeam::Redacted;
use tiebeam::shape::{Shape, Shaped, Variant};
use tiebeam::types::Value;
use tiebeam::union::{self, Tagged, Union};

use crate::order::{CardPayment, InvoicePayment};

/// How the customer pays.
#[derive(Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "method")]
pub enum Payment {
    /// Pays by card.
    #[serde(rename = "card")]
    Card(CardPayment),
    /// Pays by invoice.
    #[serde(rename = "invoice")]
    Invoice(InvoicePayment),
    /// A kind this version does not know; it survives a round trip.
    #[serde(untagged)]
    Unknown(Value),
}

impl fmt::Debug for Payment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Card(payload) => formatter.debug_tuple("Card").field(payload).finish(),
            Self::Invoice(payload) => formatter.debug_tuple("Invoice").field(payload).finish(),
            Self::Unknown(_) => formatter.debug_tuple("Unknown").field(&Redacted).finish(),
        }
    }
}

impl Union for Payment {
    const TAG: &'static str = "method";

    fn read<'de, T: Tagged<'de>>(tagged: T) -> Result<Self, T::Error> {
        match tagged.tag() {
            "card" => tagged.payload().map(Self::Card),
            "invoice" => tagged.payload().map(Self::Invoice),
            _ => tagged.into_value().map(Self::Unknown),
        }
    }
}

impl<'de> Deserialize<'de> for Payment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        union::read(deserializer)
    }
}

impl Shaped for Payment {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::union("Payment", "method", &[
            Variant::new("card", Shape::of::<CardPayment>()),
            Variant::new("invoice", Shape::of::<InvoicePayment>()),
        ]);
        &SHAPE
    }
}
