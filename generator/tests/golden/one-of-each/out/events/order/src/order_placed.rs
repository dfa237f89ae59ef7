// @generated from specs/events/order.yaml by `cargo xtask generate`. Do not edit.

//! `OrderPlaced` of the order domain, version 1.0.0.
//!
//! `order.order-placed.v1` · domain event · in order for each `orderId` · kept 30d

use serde::{Deserialize, Serialize};
use shop_models::order::{OrderId, OrderLine};
use tiebeam::event::{Class, Definition, Event, First, key_of};
use tiebeam::shape::{Field, Shape, Shaped};

/// A customer placed an order.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OrderPlaced {
    /// Order id.
    pub order_id: OrderId,
    /// Lines.
    pub lines: Vec<OrderLine>,
}

impl Shaped for OrderPlaced {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("OrderPlaced", &[
            Field::new("orderId", Shape::of::<OrderId>()),
            Field::new("lines", Shape::list(&Shape::of::<OrderLine>())),
        ]);
        &SHAPE
    }
}

impl Event for OrderPlaced {
    type Earlier = First;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition = Definition {
            domain: "order",
            name: "OrderPlaced",
            version: "1.0.0",
            ty: "com.example.order.OrderPlaced.v1",
            topic: "order.order-placed.v1",
            schema_uri: "https://example.com/schemas/order/OrderPlaced/1.0.0",
            schema: include_str!("../schemas/OrderPlaced.v1.json"),
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
