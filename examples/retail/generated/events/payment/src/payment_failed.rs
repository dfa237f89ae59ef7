// @generated from specs/events/payment.yaml by `cargo xtask generate`. Do not edit.

//! `PaymentFailed` of the payment domain, version 1.0.0.
//!
//! `payment.payment-failed.v1` · domain event · in order for each `orderId` · kept 90d

use retail_models::common::Money;
use retail_models::order::OrderId;
use retail_models::payment::DeclineReason;
use serde::{Deserialize, Serialize};
use tiebeam::event::{Class, Definition, Event, First, key_of};
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::types::Duration;

/// The provider declined, or did not answer in time and was told to forget it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PaymentFailed {
    /// For which order.
    pub order_id: OrderId,
    /// Why, as far as we were told.
    pub reason: DeclineReason,
    /// How much it was about.
    pub amount: Money,
    /// How long to wait before another attempt makes sense; absent when it never does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<Duration>,
}

impl Shaped for PaymentFailed {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("PaymentFailed", &[
            Field::new("orderId", Shape::of::<OrderId>()),
            Field::new("reason", Shape::of::<DeclineReason>()),
            Field::new("amount", Shape::of::<Money>()),
            Field::new("retryAfter", Shape::duration()).optional(),
        ]);
        &SHAPE
    }
}

impl Event for PaymentFailed {
    type Earlier = First;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition = Definition {
            domain: "payment",
            name: "PaymentFailed",
            version: "1.0.0",
            ty: "example.acme.payment.PaymentFailed.v1",
            topic: "payment.payment-failed.v1",
            schema_uri: "https://acme.example/schemas/payment/PaymentFailed/1.0.0",
            schema: include_str!("../schemas/PaymentFailed.v1.json"),
            class: Class::Domain,
            is_keyed: true,
            retention_seconds: Some(7_776_000),
        };
        &DEFINITION
    }

    fn key(&self) -> Option<String> {
        key_of(&self.order_id)
    }
}
