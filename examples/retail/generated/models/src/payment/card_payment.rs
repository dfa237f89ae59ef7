// @generated from specs/models/payment.yaml by `cargo xtask generate`. Do not edit.

//! `CardPayment` of the payment domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::Redacted;
use tiebeam::shape::{Classification, Field, Pattern, Shape, Shaped};

/// By credit or debit card.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CardPayment {
    /// What the provider gave for the card; worth money, so treat it as a password.
    ///
    /// 8 to 64 characters. Matches `^tok_`. A secret; redacted in logs.
    pub token: String,
    /// The last four digits, to recognize the card by.
    ///
    /// Matches `^[0-9]{4}$`. Payment data; redacted in logs.
    pub last_digits: String,
    /// The month after which the card is worthless.
    ///
    /// Matches `^20[0-9]{2}-(0[1-9]|1[0-2])$`. Payment data; redacted in logs.
    pub expires: String,
}

impl fmt::Debug for CardPayment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("CardPayment")
            .field("token", &Redacted)
            .field("last_digits", &Redacted)
            .field("expires", &Redacted)
            .finish()
    }
}

static CARD_PAYMENT_TOKEN_PATTERN: Pattern = Pattern::new("^tok_");

static CARD_PAYMENT_LAST_DIGITS_PATTERN: Pattern = Pattern::new("^[0-9]{4}$");

static CARD_PAYMENT_EXPIRES_PATTERN: Pattern = Pattern::new("^20[0-9]{2}-(0[1-9]|1[0-2])$");

impl Shaped for CardPayment {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("CardPayment", &[
            Field::new(
                "token",
                Shape::string().min_length(8).max_length(64).pattern(&CARD_PAYMENT_TOKEN_PATTERN),
            )
            .classified(Classification::Secret),
            Field::new("lastDigits", Shape::string().pattern(&CARD_PAYMENT_LAST_DIGITS_PATTERN))
                .classified(Classification::Payment),
            Field::new("expires", Shape::string().pattern(&CARD_PAYMENT_EXPIRES_PATTERN))
                .classified(Classification::Payment),
        ]);
        &SHAPE
    }
}
