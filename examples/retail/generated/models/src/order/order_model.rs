// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Order` of the order domain.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::Redacted;
use tiebeam::shape::{Classification, Field, Shape, Shaped};
use tiebeam::types::Timestamp;

use crate::common::{Address, Money, Revision};
use crate::customer::CustomerId;
use crate::inventory::ReservationId;
use crate::order::{Cancellation, Discount, OrderId, OrderLine, OrderNumber, OrderStatus};
use crate::payment::PaymentMethod;

/// A customer's commitment to buy, and ours to deliver.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Order {
    /// Identifies it.
    pub id: OrderId,
    /// What people call it.
    pub number: OrderNumber,
    /// Grows with every change of status.
    pub revision: Revision,
    /// Who ordered.
    pub customer_id: CustomerId,
    /// Where it stands.
    pub status: OrderStatus,
    /// What was ordered.
    ///
    /// 1 to 100 items.
    pub lines: Vec<OrderLine>,
    /// What makes it cheaper, in the order in which it is taken off.
    ///
    /// At most 5 items.
    pub discounts: Vec<Discount>,
    /// What the customer pays.
    pub total: Money,
    /// How.
    pub payment: PaymentMethod,
    /// Where it goes.
    pub ship_to: Address,
    /// Printed on a card; null when it is no gift.
    ///
    /// At most 280 characters. Personal data; redacted in logs.
    pub gift_message: Option<String>,
    /// For the warehouse.
    ///
    /// At most 500 characters. Personal data; redacted in logs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The stock that is set aside for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reservation_id: Option<ReservationId>,
    /// Present when the order was cancelled, and only then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancellation: Option<Cancellation>,
    /// Free marks of the back office.
    ///
    /// At most 20 entries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub labels: Option<BTreeMap<String, String>>,
    /// When it was placed.
    pub placed_at: Timestamp,
}

impl fmt::Debug for Order {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Order")
            .field("id", &self.id)
            .field("number", &self.number)
            .field("revision", &self.revision)
            .field("customer_id", &self.customer_id)
            .field("status", &self.status)
            .field("lines", &self.lines)
            .field("discounts", &self.discounts)
            .field("total", &self.total)
            .field("payment", &self.payment)
            .field("ship_to", &self.ship_to)
            .field("gift_message", &Redacted)
            .field("note", &Redacted)
            .field("reservation_id", &self.reservation_id)
            .field("cancellation", &self.cancellation)
            .field("labels", &self.labels)
            .field("placed_at", &self.placed_at)
            .finish()
    }
}

static ORDER_SHAPE: Shape = Shape::object("Order", &[
    Field::new("id", Shape::of::<OrderId>()),
    Field::new("number", Shape::of::<OrderNumber>()),
    Field::new("revision", Shape::of::<Revision>()),
    Field::new("customerId", Shape::of::<CustomerId>()),
    Field::new("status", Shape::of::<OrderStatus>()),
    Field::new("lines", Shape::list(&Shape::of::<OrderLine>()).min_items(1).max_items(100)),
    Field::new("discounts", Shape::list(&Shape::of::<Discount>()).max_items(5)),
    Field::new("total", Shape::of::<Money>()),
    Field::new("payment", Shape::of::<PaymentMethod>()),
    Field::new("shipTo", Shape::of::<Address>()),
    Field::new("giftMessage", Shape::string().max_length(280).nullable())
        .classified(Classification::Personal),
    Field::new("note", Shape::string().max_length(500))
        .optional()
        .classified(Classification::Personal),
    Field::new("reservationId", Shape::of::<ReservationId>()).optional(),
    Field::new("cancellation", Shape::of::<Cancellation>()).optional(),
    Field::new("labels", Shape::map(&Shape::string()).max_items(20)).optional(),
    Field::new("placedAt", Shape::timestamp()),
]);

impl Shaped for Order {
    fn shape() -> &'static Shape {
        &ORDER_SHAPE
    }
}
