// @generated from specs/events/order.yaml by `cargo xtask generate`. Do not edit.

//! `OrderCreated` of the order domain, version 1.3.0.
//!
//! `order.order-created.v1` · domain event · in order for each `orderId` · kept 30d

use retail_models::common::Money;
use retail_models::customer::CustomerId;
use retail_models::order::{OrderId, OrderLine, OrderNumber};
use serde::{Deserialize, Serialize};
use tiebeam::event::{Class, Definition, Event, First, key_of};
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::types::Timestamp;

/// A customer placed an order and we accepted it; nothing is promised yet.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OrderCreated {
    /// Which order.
    pub order_id: OrderId,
    /// Who placed it.
    pub customer_id: CustomerId,
    /// What was ordered.
    ///
    /// 1 to 100 items.
    pub lines: Vec<OrderLine>,
    /// What the customer will pay.
    pub total: Money,
    /// What people call the order; absent in events of earlier versions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<OrderNumber>,
    /// When it was placed; absent in events of earlier versions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub placed_at: Option<Timestamp>,
    /// Where the order came from, `web` for example.
    ///
    /// At most 20 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
}

impl Shaped for OrderCreated {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("OrderCreated", &[
            Field::new("orderId", Shape::of::<OrderId>()),
            Field::new("customerId", Shape::of::<CustomerId>()),
            Field::new("lines", Shape::list(&Shape::of::<OrderLine>()).min_items(1).max_items(100)),
            Field::new("total", Shape::of::<Money>()),
            Field::new("number", Shape::of::<OrderNumber>()).optional(),
            Field::new("placedAt", Shape::timestamp()).optional(),
            Field::new("channel", Shape::string().max_length(20)).optional(),
        ]);
        &SHAPE
    }
}

impl Event for OrderCreated {
    type Earlier = First;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition = Definition {
            domain: "order",
            name: "OrderCreated",
            version: "1.3.0",
            ty: "example.acme.order.OrderCreated.v1",
            topic: "order.order-created.v1",
            schema_uri: "https://acme.example/schemas/order/OrderCreated/1.3.0",
            schema: include_str!("../schemas/OrderCreated.v1.json"),
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
