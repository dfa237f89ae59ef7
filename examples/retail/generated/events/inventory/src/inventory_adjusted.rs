// @generated from specs/events/inventory.yaml by `cargo xtask generate`. Do not edit.

//! `InventoryAdjusted` of the inventory domain, version 1.0.0.
//!
//! `inventory.inventory-adjusted.v1` · integration event · in order for each `sku` · kept 30d

use retail_models::inventory::{AdjustmentReason, Sku, WarehouseCode};
use serde::{Deserialize, Serialize};
use tiebeam::Patch;
use tiebeam::event::{Class, Definition, Event, First, key_of};
use tiebeam::shape::{Field, Shape, Shaped};

/// The stock ledger was corrected, and the ERP has to follow.
/// Published for synchronization: a business process should not react to it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InventoryAdjusted {
    /// What.
    pub sku: Sku,
    /// Where.
    pub warehouse: WarehouseCode,
    /// Pieces more, or less when negative.
    ///
    /// -1 000 000 to 1 000 000.
    pub change: i64,
    /// Pieces on the shelf afterwards.
    ///
    /// At least 0.
    pub on_hand: i64,
    /// Why.
    pub reason: AdjustmentReason,
    /// What the clerk wrote; null when the clerk was asked and wrote nothing.
    ///
    /// At most 200 characters.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub remark: Patch<String>,
}

impl Shaped for InventoryAdjusted {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("InventoryAdjusted", &[
            Field::new("sku", Shape::of::<Sku>()),
            Field::new("warehouse", Shape::of::<WarehouseCode>()),
            Field::new("change", Shape::int64().minimum(-1_000_000).maximum(1_000_000)),
            Field::new("onHand", Shape::int64().minimum(0)),
            Field::new("reason", Shape::of::<AdjustmentReason>()),
            Field::new("remark", Shape::string().max_length(200).nullable()).optional(),
        ]);
        &SHAPE
    }
}

impl Event for InventoryAdjusted {
    type Earlier = First;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition = Definition {
            domain: "inventory",
            name: "InventoryAdjusted",
            version: "1.0.0",
            ty: "example.acme.inventory.InventoryAdjusted.v1",
            topic: "inventory.inventory-adjusted.v1",
            schema_uri: "https://acme.example/schemas/inventory/InventoryAdjusted/1.0.0",
            schema: include_str!("../schemas/InventoryAdjusted.v1.json"),
            class: Class::Integration,
            is_keyed: true,
            retention_seconds: Some(2_592_000),
        };
        &DEFINITION
    }

    fn key(&self) -> Option<String> {
        key_of(&self.sku)
    }
}
