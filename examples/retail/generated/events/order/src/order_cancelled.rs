// @generated from specs/events/order.yaml by `cargo xtask generate`. Do not edit.

//! `OrderCancelled` of the order domain, version 1.0.0.
//!
//! `order.order-cancelled.v1` · domain event · in order for each `orderId` · kept 30d

use retail_models::order::{Cancellation, OrderId};
use serde::{Deserialize, Serialize};
use tiebeam::event::{Class, Definition, Event, First, key_of};
use tiebeam::shape::{Field, Shape, Shaped};

/// An order was given up, by the customer or by us.
/// Whoever set something aside for it gives it back.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OrderCancelled {
    /// Which order.
    pub order_id: OrderId,
    /// Why and when.
    pub cancellation: Cancellation,
}

impl Shaped for OrderCancelled {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("OrderCancelled", &[
            Field::new("orderId", Shape::of::<OrderId>()),
            Field::new("cancellation", Shape::of::<Cancellation>()),
        ]);
        &SHAPE
    }
}

impl Event for OrderCancelled {
    type Earlier = First;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition = Definition {
            domain: "order",
            name: "OrderCancelled",
            version: "1.0.0",
            ty: "example.acme.order.OrderCancelled.v1",
            topic: "order.order-cancelled.v1",
            schema_uri: "https://acme.example/schemas/order/OrderCancelled/1.0.0",
            schema: include_str!("../schemas/OrderCancelled.v1.json"),
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
