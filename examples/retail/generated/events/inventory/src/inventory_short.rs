// @generated from specs/events/inventory.yaml by `cargo xtask generate`. Do not edit.

//! `InventoryShort` of the inventory domain, version 1.0.0.
//!
//! `inventory.inventory-short.v1` · domain event · in order for each `orderId` · kept 30d

use retail_models::inventory::Sku;
use retail_models::order::OrderId;
use serde::{Deserialize, Serialize};
use tiebeam::event::{Class, Definition, Event, First, key_of};
use tiebeam::shape::{Field, Shape, Shaped};

/// Too little lies in our warehouse for an order, so nothing is set aside for it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InventoryShort {
    /// For which order.
    pub order_id: OrderId,
    /// What is missing.
    pub sku: Sku,
    /// Pieces that were ordered.
    ///
    /// At least 1.
    pub wanted: i64,
    /// Pieces that were there and promised to nobody.
    ///
    /// At least 0.
    pub free: i64,
}

impl Shaped for InventoryShort {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("InventoryShort", &[
            Field::new("orderId", Shape::of::<OrderId>()),
            Field::new("sku", Shape::of::<Sku>()),
            Field::new("wanted", Shape::int64().minimum(1)),
            Field::new("free", Shape::int64().minimum(0)),
        ]);
        &SHAPE
    }
}

impl Event for InventoryShort {
    type Earlier = First;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition = Definition {
            domain: "inventory",
            name: "InventoryShort",
            version: "1.0.0",
            ty: "example.acme.inventory.InventoryShort.v1",
            topic: "inventory.inventory-short.v1",
            schema_uri: "https://acme.example/schemas/inventory/InventoryShort/1.0.0",
            schema: include_str!("../schemas/InventoryShort.v1.json"),
            class: Class::Domain,
            is_keyed: true,
            retention_seconds: Some(2_592_000),
        };
        &DEFINITION
    }

    fn key(&self) -> Option<String> {
        key_of(&self.order_id)
    }
}
