// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `OrderLine` of the order domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

use crate::common::Money;
use crate::inventory::{Quantity, Sku};

/// One product of an order at the price of that day.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OrderLine {
    /// What.
    pub sku: Sku,
    /// Its name when it was ordered, for the invoice.
    ///
    /// 1 to 120 characters.
    pub name: String,
    /// How many.
    pub quantity: Quantity,
    /// Price of one piece before discounts.
    pub unit_price: Money,
}

impl Shaped for OrderLine {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("OrderLine", &[
            Field::new("sku", Shape::of::<Sku>()),
            Field::new("name", Shape::string().min_length(1).max_length(120)),
            Field::new("quantity", Shape::of::<Quantity>()),
            Field::new("unitPrice", Shape::of::<Money>()),
        ]);
        &SHAPE
    }
}
