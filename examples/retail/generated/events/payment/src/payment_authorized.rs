// @generated from specs/events/payment.yaml by `cargo xtask generate`. Do not edit.

//! `PaymentAuthorized` of the payment domain, version 1.0.0.
//!
//! `payment.payment-authorized.v1` · domain event · in order for each `orderId` · kept 90d

use retail_models::common::Money;
use retail_models::order::OrderId;
use retail_models::payment::{AuthorizationId, PaymentId};
use serde::{Deserialize, Serialize};
use tiebeam::event::{Class, Definition, Event, First, key_of};
use tiebeam::shape::{Field, Shape, Shaped};

/// The money for an order is set aside.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PaymentAuthorized {
    /// The entry in the ledger.
    pub payment_id: PaymentId,
    /// For which order.
    pub order_id: OrderId,
    /// The provider's side of it.
    pub authorization_id: AuthorizationId,
    /// How much.
    pub amount: Money,
}

impl Shaped for PaymentAuthorized {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("PaymentAuthorized", &[
            Field::new("paymentId", Shape::of::<PaymentId>()),
            Field::new("orderId", Shape::of::<OrderId>()),
            Field::new("authorizationId", Shape::of::<AuthorizationId>()),
            Field::new("amount", Shape::of::<Money>()),
        ]);
        &SHAPE
    }
}

impl Event for PaymentAuthorized {
    type Earlier = First;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition = Definition {
            domain: "payment",
            name: "PaymentAuthorized",
            version: "1.0.0",
            ty: "example.acme.payment.PaymentAuthorized.v1",
            topic: "payment.payment-authorized.v1",
            schema_uri: "https://acme.example/schemas/payment/PaymentAuthorized/1.0.0",
            schema: include_str!("../schemas/PaymentAuthorized.v1.json"),
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
