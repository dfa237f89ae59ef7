// @generated from specs/models/payment.yaml by `cargo xtask generate`. Do not edit.

//! `Payment` of the payment domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::types::Timestamp;

use crate::common::{Money, Revision};
use crate::order::OrderId;
use crate::payment::{AuthorizationId, AuthorizationStatus, PaymentId};

/// An entry in the payment ledger; one per order.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Payment {
    /// Identifies it.
    pub id: PaymentId,
    /// Grows with every change.
    pub revision: Revision,
    /// What was paid.
    pub order_id: OrderId,
    /// The provider's side of it.
    pub authorization_id: AuthorizationId,
    /// How much.
    pub amount: Money,
    /// What became of it.
    pub status: AuthorizationStatus,
    /// When it was entered.
    pub recorded_at: Timestamp,
}

impl Shaped for Payment {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Payment", &[
            Field::new("id", Shape::of::<PaymentId>()),
            Field::new("revision", Shape::of::<Revision>()),
            Field::new("orderId", Shape::of::<OrderId>()),
            Field::new("authorizationId", Shape::of::<AuthorizationId>()),
            Field::new("amount", Shape::of::<Money>()),
            Field::new("status", Shape::of::<AuthorizationStatus>()),
            Field::new("recordedAt", Shape::timestamp()),
        ]);
        &SHAPE
    }
}
