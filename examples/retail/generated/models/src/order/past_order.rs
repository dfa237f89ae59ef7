// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `PastOrder` of the order domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::types::Timestamp;

use crate::common::Money;
use crate::customer::CustomerId;
use crate::order::{Cancellation, OrderId, OrderNumber, OrderStatus};

/// What became of an order, as its events told it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PastOrder {
    /// Which order.
    pub order_id: OrderId,
    /// Whose order.
    pub customer_id: CustomerId,
    /// Where it stands, as far as was heard.
    pub status: OrderStatus,
    /// What people call it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<OrderNumber>,
    /// What the customer pays.
    pub total: Money,
    /// When it was placed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub placed_at: Option<Timestamp>,
    /// When it was confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed_at: Option<Timestamp>,
    /// Why it was given up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancellation: Option<Cancellation>,
}

impl Shaped for PastOrder {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("PastOrder", &[
            Field::new("orderId", Shape::of::<OrderId>()),
            Field::new("customerId", Shape::of::<CustomerId>()),
            Field::new("status", Shape::of::<OrderStatus>()),
            Field::new("number", Shape::of::<OrderNumber>()).optional(),
            Field::new("total", Shape::of::<Money>()),
            Field::new("placedAt", Shape::timestamp()).optional(),
            Field::new("confirmedAt", Shape::timestamp()).optional(),
            Field::new("cancellation", Shape::of::<Cancellation>()).optional(),
        ]);
        &SHAPE
    }
}
