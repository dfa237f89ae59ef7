// @generated from specs/models/inventory.yaml by `cargo xtask generate`. Do not edit.

//! `StockLevel` of the inventory domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::types::Timestamp;

use crate::inventory::{Sku, WarehouseCode};

/// How much of a product lies in one warehouse.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StockLevel {
    /// What.
    pub sku: Sku,
    /// Where.
    pub warehouse: WarehouseCode,
    /// Pieces on the shelf.
    ///
    /// At least 0.
    pub on_hand: i64,
    /// Pieces of those that are promised to somebody.
    ///
    /// At least 0.
    pub reserved: i64,
    /// When somebody last counted.
    pub counted_at: Timestamp,
}

impl Shaped for StockLevel {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("StockLevel", &[
            Field::new("sku", Shape::of::<Sku>()),
            Field::new("warehouse", Shape::of::<WarehouseCode>()),
            Field::new("onHand", Shape::int64().minimum(0)),
            Field::new("reserved", Shape::int64().minimum(0)),
            Field::new("countedAt", Shape::timestamp()),
        ]);
        &SHAPE
    }
}
