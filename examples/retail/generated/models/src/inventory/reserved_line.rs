// @generated from specs/models/inventory.yaml by `cargo xtask generate`. Do not edit.

//! `ReservedLine` of the inventory domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

use crate::inventory::{Quantity, Sku};

/// Pieces of one product that are set aside.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ReservedLine {
    /// What is set aside.
    pub sku: Sku,
    /// How many pieces.
    pub quantity: Quantity,
}

impl Shaped for ReservedLine {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("ReservedLine", &[
            Field::new("sku", Shape::of::<Sku>()),
            Field::new("quantity", Shape::of::<Quantity>()),
        ]);
        &SHAPE
    }
}
