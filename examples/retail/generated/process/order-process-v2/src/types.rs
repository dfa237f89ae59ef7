// @generated from specs/apis/process/order-process.v2.yaml by `cargo xtask generate`. Do not edit.

//! Types local to the Order Process API.

use std::collections::BTreeMap;
use std::fmt;

use retail_models::common::{Address, Money};
use retail_models::customer::CustomerId;
use retail_models::inventory::{Quantity, Sku};
use retail_models::order::{CancellationReason, Discount, OrderLine};
use retail_models::payment::PaymentMethod;
use serde::{Deserialize, Serialize};
use tiebeam::shape::{Classification, Field, Shape, Shaped};
use tiebeam::types::Timestamp;
use tiebeam::{Patch, Redacted};

/// A product and how many of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RequestedLine {
    /// What.
    pub sku: Sku,
    /// How many.
    ///
    /// For example `2`.
    pub quantity: Quantity,
}

impl Shaped for RequestedLine {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("RequestedLine", &[
            Field::new("sku", Shape::of::<Sku>()),
            Field::new("quantity", Shape::of::<Quantity>()),
        ]);
        &SHAPE
    }
}

/// What somebody thinks of buying.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Basket {
    /// Who would buy; absent for a visitor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_id: Option<CustomerId>,
    /// What is in it.
    ///
    /// 1 to 100 items.
    pub lines: Vec<RequestedLine>,
}

impl Shaped for Basket {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Basket", &[
            Field::new("customerId", Shape::of::<CustomerId>()).optional(),
            Field::new(
                "lines",
                Shape::list(&Shape::of::<RequestedLine>()).min_items(1).max_items(100),
            ),
        ]);
        &SHAPE
    }
}

/// What a basket costs now.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Quote {
    /// What was asked, with names and prices.
    ///
    /// 1 to 100 items.
    pub lines: Vec<OrderLine>,
    /// What makes it cheaper.
    ///
    /// At most 5 items.
    pub discounts: Vec<Discount>,
    /// What it comes to.
    pub total: Money,
    /// How long the prices hold.
    pub valid_until: Timestamp,
}

impl Shaped for Quote {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Quote", &[
            Field::new("lines", Shape::list(&Shape::of::<OrderLine>()).min_items(1).max_items(100)),
            Field::new("discounts", Shape::list(&Shape::of::<Discount>()).max_items(5)),
            Field::new("total", Shape::of::<Money>()),
            Field::new("validUntil", Shape::timestamp()),
        ]);
        &SHAPE
    }
}

/// What it takes to place an order.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PlaceOrder {
    /// Who orders.
    pub customer_id: CustomerId,
    /// What is ordered.
    ///
    /// 1 to 100 items.
    pub lines: Vec<RequestedLine>,
    /// How it is paid.
    pub payment: PaymentMethod,
    /// Where it goes, unless to the customer's own address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ship_to: Option<Address>,
    /// Printed on a card: absent when nobody asked, null when the customer wants no card.
    ///
    /// At most 280 characters. Personal data; redacted in logs.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub gift_message: Patch<String>,
    /// For the warehouse.
    ///
    /// At most 500 characters. Personal data; redacted in logs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Free marks of the channel.
    ///
    /// At most 20 entries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub labels: Option<BTreeMap<String, String>>,
}

impl fmt::Debug for PlaceOrder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("PlaceOrder")
            .field("customer_id", &self.customer_id)
            .field("lines", &self.lines)
            .field("payment", &self.payment)
            .field("ship_to", &self.ship_to)
            .field("gift_message", &Redacted)
            .field("note", &Redacted)
            .field("labels", &self.labels)
            .finish()
    }
}

impl Shaped for PlaceOrder {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("PlaceOrder", &[
            Field::new("customerId", Shape::of::<CustomerId>()),
            Field::new(
                "lines",
                Shape::list(&Shape::of::<RequestedLine>()).min_items(1).max_items(100),
            ),
            Field::new("payment", Shape::of::<PaymentMethod>()),
            Field::new("shipTo", Shape::of::<Address>()).optional(),
            Field::new("giftMessage", Shape::string().max_length(280).nullable())
                .optional()
                .classified(Classification::Personal),
            Field::new("note", Shape::string().max_length(500))
                .optional()
                .classified(Classification::Personal),
            Field::new("labels", Shape::map(&Shape::string()).max_items(20)).optional(),
        ]);
        &SHAPE
    }
}

/// Why an order is cancelled.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CancelRequest {
    /// Why.
    ///
    /// `other` when absent.
    #[serde(default = "CancelRequest::default_reason")]
    pub reason: CancellationReason,
    /// In the customer's own words.
    ///
    /// At most 500 characters. Personal data; redacted in logs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

impl CancelRequest {
    fn default_reason() -> CancellationReason {
        CancellationReason::Other
    }
}

impl fmt::Debug for CancelRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("CancelRequest")
            .field("reason", &self.reason)
            .field("comment", &Redacted)
            .finish()
    }
}

impl Shaped for CancelRequest {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("CancelRequest", &[
            Field::new("reason", Shape::of::<CancellationReason>()).optional(),
            Field::new("comment", Shape::string().max_length(500))
                .optional()
                .classified(Classification::Personal),
        ]);
        &SHAPE
    }
}
