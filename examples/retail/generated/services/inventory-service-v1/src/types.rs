// @generated from specs/services/inventory-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Types local to the Inventory Service.

use retail_models::inventory::{AdjustmentReason, Sku, WarehouseCode};
use serde::{Deserialize, Serialize};
use tiebeam::Patch;
use tiebeam::shape::{Field, Shape, Shaped};

/// A correction of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct NewAdjustment {
    /// What.
    pub sku: Sku,
    /// Where.
    pub warehouse: WarehouseCode,
    /// Pieces more, or less when negative.
    ///
    /// -100 000 to 100 000.
    pub change: i64,
    /// Why.
    pub reason: AdjustmentReason,
    /// Anything worth writing down.
    ///
    /// At most 200 characters.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub remark: Patch<String>,
}

impl Shaped for NewAdjustment {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("NewAdjustment", &[
            Field::new("sku", Shape::of::<Sku>()),
            Field::new("warehouse", Shape::of::<WarehouseCode>()),
            Field::new("change", Shape::int64().minimum(-100_000).maximum(100_000)),
            Field::new("reason", Shape::of::<AdjustmentReason>()),
            Field::new("remark", Shape::string().max_length(200).nullable()).optional(),
        ]);
        &SHAPE
    }
}
