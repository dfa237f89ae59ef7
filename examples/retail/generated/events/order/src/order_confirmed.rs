// @generated from specs/events/order.yaml by `cargo xtask generate`. Do not edit.

//! `OrderConfirmed` of the order domain, version 1.0.0.
//!
//! `order.order-confirmed.v1` · domain event · in order for each `orderId` · kept 30d

use retail_models::customer::CustomerId;
use retail_models::inventory::ReservationId;
use retail_models::order::OrderId;
use serde::{Deserialize, Serialize};
use tiebeam::event::{Class, Definition, Event, First, key_of};
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::types::Timestamp;

/// Stock is reserved and the payment is authorized, so from here on we owe a delivery.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OrderConfirmed {
    /// Which order.
    pub order_id: OrderId,
    /// Whose order.
    pub customer_id: CustomerId,
    /// The stock that is set aside.
    pub reservation_id: ReservationId,
    /// When.
    pub confirmed_at: Timestamp,
}

impl Shaped for OrderConfirmed {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("OrderConfirmed", &[
            Field::new("orderId", Shape::of::<OrderId>()),
            Field::new("customerId", Shape::of::<CustomerId>()),
            Field::new("reservationId", Shape::of::<ReservationId>()),
            Field::new("confirmedAt", Shape::timestamp()),
        ]);
        &SHAPE
    }
}

impl Event for OrderConfirmed {
    type Earlier = First;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition = Definition {
            domain: "order",
            name: "OrderConfirmed",
            version: "1.0.0",
            ty: "example.acme.order.OrderConfirmed.v1",
            topic: "order.order-confirmed.v1",
            schema_uri: "https://acme.example/schemas/order/OrderConfirmed/1.0.0",
            schema: include_str!("../schemas/OrderConfirmed.v1.json"),
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
