// @generated from specs/events/inventory.yaml by `cargo xtask generate`. Do not edit.

//! `InventoryReserved` of the inventory domain, version 1.0.0.
//!
//! `inventory.inventory-reserved.v1` · domain event · in order for each `orderId` · kept 30d

use retail_models::inventory::Reservation;
use retail_models::order::OrderId;
use serde::{Deserialize, Serialize};
use tiebeam::event::{Class, Definition, Event, First, key_of};
use tiebeam::shape::{Field, Shape, Shaped};

/// Stock is set aside for an order; the Shipping Process API plans the parcels when it hears of
/// it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InventoryReserved {
    /// For which order.
    pub order_id: OrderId,
    /// What is set aside.
    pub reservation: Reservation,
}

impl Shaped for InventoryReserved {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("InventoryReserved", &[
            Field::new("orderId", Shape::of::<OrderId>()),
            Field::new("reservation", Shape::of::<Reservation>()),
        ]);
        &SHAPE
    }
}

impl Event for InventoryReserved {
    type Earlier = First;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition = Definition {
            domain: "inventory",
            name: "InventoryReserved",
            version: "1.0.0",
            ty: "example.acme.inventory.InventoryReserved.v1",
            topic: "inventory.inventory-reserved.v1",
            schema_uri: "https://acme.example/schemas/inventory/InventoryReserved/1.0.0",
            schema: include_str!("../schemas/InventoryReserved.v1.json"),
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
