// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Order` of the order domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::Redacted;
use tiebeam::shape::{Classification, Field, Shape, Shaped};

use crate::common::Money;
use crate::order::{CustomerId, OrderId, OrderLine, OrderStatus, Payment, Revision};

/// A customer's commitment to buy.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Order {
    /// Id.
    pub id: OrderId,
    /// Revision.
    pub revision: Revision,
    /// Customer id.
    pub customer_id: CustomerId,
    /// Status.
    pub status: OrderStatus,
    /// Lines.
    ///
    /// 1 to 500 items.
    pub lines: Vec<OrderLine>,
    /// Payment.
    pub payment: Payment,
    /// Total.
    pub total: Money,
    /// Note.
    ///
    /// At most 500 characters. Personal data; redacted in logs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl fmt::Debug for Order {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Order")
            .field("id", &self.id)
            .field("revision", &self.revision)
            .field("customer_id", &self.customer_id)
            .field("status", &self.status)
            .field("lines", &self.lines)
            .field("payment", &self.payment)
            .field("total", &self.total)
            .field("note", &Redacted)
            .finish()
    }
}

impl Shaped for Order {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Order", &[
            Field::new("id", Shape::of::<OrderId>()),
            Field::new("revision", Shape::of::<Revision>()),
            Field::new("customerId", Shape::of::<CustomerId>())
                .classified(Classification::Personal),
            Field::new("status", Shape::of::<OrderStatus>()),
            Field::new("lines", Shape::list(&Shape::of::<OrderLine>()).min_items(1).max_items(500)),
            Field::new("payment", Shape::of::<Payment>()),
            Field::new("total", Shape::of::<Money>()),
            Field::new("note", Shape::string().max_length(500))
                .optional()
                .classified(Classification::Personal),
        ]);
        &SHAPE
    }
}
