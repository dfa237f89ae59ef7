// @generated from specs/models/common.yaml by `cargo xtask generate`. Do not edit.

//! `Money` of the common domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::types::Decimal;

use crate::common::Currency;

/// An amount in a currency.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// How much.
    ///
    /// At least 0.
    pub amount: Decimal,
    /// Currency.
    pub currency: Currency,
}

impl Shaped for Money {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Money", &[
            Field::new("amount", Shape::decimal().minimum_decimal("0")),
            Field::new("currency", Shape::of::<Currency>()),
        ]);
        &SHAPE
    }
}
