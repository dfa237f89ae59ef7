// @generated from specs/services/order-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Types local to the Order Service.

use std::collections::BTreeMap;
use std::fmt;

use retail_models::common::{Address, Money};
use retail_models::customer::CustomerId;
use retail_models::inventory::ReservationId;
use retail_models::order::{CancellationReason, Discount, OrderLine, OrderStatus};
use retail_models::payment::PaymentMethod;
use serde::{Deserialize, Serialize};
use tiebeam::Redacted;
use tiebeam::shape::{Classification, Field, Shape, Shaped};

/// An order that was checked, priced and paid for.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NewOrder {
    /// Who orders.
    pub customer_id: CustomerId,
    /// `confirmed` when the payment is settled, `placed` while it is under review.
    ///
    /// `placed` when absent.
    #[serde(default = "NewOrder::default_status")]
    pub status: OrderStatus,
    /// What.
    ///
    /// 1 to 100 items.
    pub lines: Vec<OrderLine>,
    /// What makes it cheaper.
    ///
    /// At most 5 items. `[]` when absent.
    #[serde(default)]
    pub discounts: Vec<Discount>,
    /// What the customer pays.
    pub total: Money,
    /// How.
    pub payment: PaymentMethod,
    /// Where it goes.
    pub ship_to: Address,
    /// Printed on a card, for a gift.
    ///
    /// 1 to 280 characters. Personal data; redacted in logs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gift_message: Option<String>,
    /// For the warehouse.
    ///
    /// At most 500 characters. Personal data; redacted in logs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The stock that is set aside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reservation_id: Option<ReservationId>,
    /// Free marks.
    ///
    /// At most 20 entries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub labels: Option<BTreeMap<String, String>>,
}

impl NewOrder {
    fn default_status() -> OrderStatus {
        OrderStatus::Placed
    }
}

impl fmt::Debug for NewOrder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("NewOrder")
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
            .field("labels", &self.labels)
            .finish()
    }
}

static NEW_ORDER_SHAPE: Shape = Shape::object("NewOrder", &[
    Field::new("customerId", Shape::of::<CustomerId>()),
    Field::new("status", Shape::of::<OrderStatus>()).optional(),
    Field::new("lines", Shape::list(&Shape::of::<OrderLine>()).min_items(1).max_items(100)),
    Field::new("discounts", Shape::list(&Shape::of::<Discount>()).max_items(5)).optional(),
    Field::new("total", Shape::of::<Money>()),
    Field::new("payment", Shape::of::<PaymentMethod>()),
    Field::new("shipTo", Shape::of::<Address>()),
    Field::new("giftMessage", Shape::string().min_length(1).max_length(280))
        .optional()
        .classified(Classification::Personal),
    Field::new("note", Shape::string().max_length(500))
        .optional()
        .classified(Classification::Personal),
    Field::new("reservationId", Shape::of::<ReservationId>()).optional(),
    Field::new("labels", Shape::map(&Shape::string()).max_items(20)).optional(),
]);

impl Shaped for NewOrder {
    fn shape() -> &'static Shape {
        &NEW_ORDER_SHAPE
    }
}

/// The new status.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct StatusChange {
    /// Where the order stands from now on.
    pub status: OrderStatus,
}

impl Shaped for StatusChange {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::object("StatusChange", &[Field::new("status", Shape::of::<OrderStatus>())]);
        &SHAPE
    }
}

/// Why an order is given up.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CancelOrder {
    /// Why.
    pub reason: CancellationReason,
    /// In the customer's own words.
    ///
    /// At most 500 characters. Personal data; redacted in logs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

impl fmt::Debug for CancelOrder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("CancelOrder")
            .field("reason", &self.reason)
            .field("comment", &Redacted)
            .finish()
    }
}

impl Shaped for CancelOrder {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("CancelOrder", &[
            Field::new("reason", Shape::of::<CancellationReason>()),
            Field::new("comment", Shape::string().max_length(500))
                .optional()
                .classified(Classification::Personal),
        ]);
        &SHAPE
    }
}
