// @generated from specs/models/common.yaml by `cargo xtask generate`. Do not edit.

//! `Money` of the common domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

use crate::common::{Amount, Currency};

/// An amount together with its currency; neither means anything alone.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// How much.
    pub amount: Amount,
    /// Of what.
    pub currency: Currency,
}

impl Shaped for Money {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Money", &[
            Field::new("amount", Shape::of::<Amount>()),
            Field::new("currency", Shape::of::<Currency>()),
        ]);
        &SHAPE
    }
}
