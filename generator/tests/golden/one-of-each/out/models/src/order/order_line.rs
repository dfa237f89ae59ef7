// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `OrderLine` of the order domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

use crate::catalog::Sku;

/// One article of an order.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OrderLine {
    /// Sku.
    pub sku: Sku,
    /// Quantity.
    ///
    /// 1 to 10 000.
    pub quantity: i32,
}

impl Shaped for OrderLine {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("OrderLine", &[
            Field::new("sku", Shape::of::<Sku>()),
            Field::new("quantity", Shape::int32().minimum(1).maximum(10_000)),
        ]);
        &SHAPE
    }
}
