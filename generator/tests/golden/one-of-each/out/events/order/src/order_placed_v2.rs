// @generated from specs/events/order.v2.yaml by `cargo xtask generate`. Do not edit.

//! `OrderPlaced` of the order domain, version 2.1.0.
//!
//! `order.order-placed.v2` · domain event · in order for each `orderId` · kept 36h

use std::fmt;

use serde::{Deserialize, Serialize};
use shop_models::order::{OrderId, OrderLine};
use tiebeam::event::{Class, Definition, Event, key_of};
use tiebeam::shape::{Classification, Field, Shape, Shaped};
use tiebeam::types::Decimal;
use tiebeam::{Patch, Redacted};

use crate::OrderPlaced;

/// A customer placed an order, and knows what it costs.
///
/// A reader that may meet [`OrderPlaced`] implements
/// [`Upcast`](tiebeam::event::Upcast) to this version.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OrderPlacedV2 {
    /// Order id.
    pub order_id: OrderId,
    /// What was ordered.
    ///
    /// 1 to 100 items.
    pub lines: Vec<OrderLine>,
    /// What it costs.
    ///
    /// At least 0. For example `99.80`.
    pub total: Decimal,
    /// What the customer wrote on the card.
    ///
    /// At most 200 characters. Personal data; redacted in logs.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub note: Patch<String>,
    /// Whether there is a card.
    ///
    /// `false` when absent.
    #[serde(default)]
    pub gift: bool,
}

impl fmt::Debug for OrderPlacedV2 {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("OrderPlacedV2")
            .field("order_id", &self.order_id)
            .field("lines", &self.lines)
            .field("total", &self.total)
            .field("note", &Redacted)
            .field("gift", &self.gift)
            .finish()
    }
}

impl Shaped for OrderPlacedV2 {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("OrderPlacedV2", &[
            Field::new("orderId", Shape::of::<OrderId>()),
            Field::new("lines", Shape::list(&Shape::of::<OrderLine>()).min_items(1).max_items(100)),
            Field::new("total", Shape::decimal().minimum_decimal("0")),
            Field::new("note", Shape::string().max_length(200).nullable())
                .optional()
                .classified(Classification::Personal),
            Field::new("gift", Shape::boolean()).optional(),
        ]);
        &SHAPE
    }
}

impl Event for OrderPlacedV2 {
    type Earlier = OrderPlaced;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition = Definition {
            domain: "order",
            name: "OrderPlaced",
            version: "2.1.0",
            ty: "com.example.order.OrderPlaced.v2",
            topic: "order.order-placed.v2",
            schema_uri: "https://example.com/schemas/order/OrderPlaced/2.1.0",
            schema: include_str!("../schemas/OrderPlaced.v2.json"),
            class: Class::Domain,
            is_keyed: true,
            retention_seconds: Some(129_600),
        };
        &DEFINITION
    }

    fn key(&self) -> Option<String> {
        key_of(&self.order_id)
    }
}
