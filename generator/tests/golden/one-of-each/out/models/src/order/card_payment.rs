// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `CardPayment` of the order domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::Redacted;
use tiebeam::shape::{Classification, Field, Shape, Shaped};

/// Pays by card.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CardPayment {
    /// The number on the card.
    ///
    /// Payment data; redacted in logs.
    pub number: String,
}

impl fmt::Debug for CardPayment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("CardPayment").field("number", &Redacted).finish()
    }
}

impl Shaped for CardPayment {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("CardPayment", &[
            Field::new("number", Shape::string()).classified(Classification::Payment),
        ]);
        &SHAPE
    }
}
