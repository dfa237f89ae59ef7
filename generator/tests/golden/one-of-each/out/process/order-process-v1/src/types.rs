// @generated from specs/apis/order.yaml by `cargo xtask generate`. Do not edit.

//! Types local to the Order Process API.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use shop_models::order::{CustomerId, OrderLine, Payment};
use tiebeam::shape::{Classification, Field, Shape, Shaped};
use tiebeam::types::Uuid;
use tiebeam::{Patch, Redacted, patch};

/// Count.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Count {
    /// How many there are.
    ///
    /// At least 0. For example `12`.
    pub count: i64,
}

impl Shaped for Count {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::object("Count", &[Field::new("count", Shape::int64().minimum(0))]);
        &SHAPE
    }
}

/// What a caller sends to place an order.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PlaceOrder {
    /// Customer id.
    pub customer_id: CustomerId,
    /// Lines.
    ///
    /// 1 to 500 items.
    pub lines: Vec<OrderLine>,
    /// Payment.
    pub payment: Payment,
    /// Whether to wrap it.
    ///
    /// `false` when absent.
    #[serde(default)]
    pub gift: bool,
}

impl Shaped for PlaceOrder {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("PlaceOrder", &[
            Field::new("customerId", Shape::of::<CustomerId>())
                .classified(Classification::Personal),
            Field::new("lines", Shape::list(&Shape::of::<OrderLine>()).min_items(1).max_items(500)),
            Field::new("payment", Shape::of::<Payment>()),
            Field::new("gift", Shape::boolean()).optional(),
        ]);
        &SHAPE
    }
}

/// Stands for an order that is not decided yet.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OrderTicket {
    /// What to ask for.
    ///
    /// For example `0192f0c1-7d4e-7a52-8c1f-2f6f0a9b3c4d`.
    pub ticket: Uuid,
}

impl Shaped for OrderTicket {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("OrderTicket", &[Field::new("ticket", Shape::uuid())]);
        &SHAPE
    }
}

/// What can be changed of an order.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OrderChange {
    /// Note.
    ///
    /// At most 500 characters.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub note: Patch<String>,
    /// Payment.
    pub payment: Payment,
    /// Address.
    pub address: DeliveryAddress,
    /// Labels.
    pub labels: BTreeMap<String, String>,
}

impl Shaped for OrderChange {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("OrderChange", &[
            Field::new("note", Shape::string().max_length(500).nullable()).optional(),
            Field::new("payment", Shape::of::<Payment>()),
            Field::new("address", Shape::of::<DeliveryAddress>()),
            Field::new("labels", Shape::map(&Shape::string())),
        ]);
        &SHAPE
    }
}

/// What changes in [`OrderChange`]: a field that is absent stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct OrderChangePatch {
    /// Note.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub note: Patch<String>,
    /// Payment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment: Option<Payment>,
    /// Address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<DeliveryAddressPatch>,
    /// Labels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub labels: Option<BTreeMap<String, Patch<String>>>,
}

impl OrderChangePatch {
    /// Applies the patch (RFC 7396).
    pub fn apply(self, order_change: &mut OrderChange) {
        self.note.apply_to(&mut order_change.note);
        if let Some(value) = self.payment {
            order_change.payment = value;
        }
        if let Some(value) = self.address {
            value.apply(&mut order_change.address);
        }
        if let Some(value) = self.labels {
            patch::merge_map(value, &mut order_change.labels);
        }
    }
}

impl Shaped for OrderChangePatch {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("OrderChangePatch", &[
            Field::new("note", Shape::string().max_length(500).nullable()).optional(),
            Field::new("payment", Shape::of::<Payment>()).optional(),
            Field::new("address", Shape::of::<DeliveryAddressPatch>()).optional(),
            Field::new("labels", Shape::map(&Shape::string().nullable())).optional(),
        ]);
        &SHAPE
    }
}

/// Where the order goes.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DeliveryAddress {
    /// Street.
    pub street: String,
    /// Door code.
    ///
    /// Personal data; redacted in logs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub door_code: Option<String>,
}

impl fmt::Debug for DeliveryAddress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("DeliveryAddress")
            .field("street", &self.street)
            .field("door_code", &Redacted)
            .finish()
    }
}

impl Shaped for DeliveryAddress {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("DeliveryAddress", &[
            Field::new("street", Shape::string()),
            Field::new("doorCode", Shape::string()).optional().classified(Classification::Personal),
        ]);
        &SHAPE
    }
}

/// What changes in [`DeliveryAddress`]: a field that is absent stays as it is.
#[derive(Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DeliveryAddressPatch {
    /// Street.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub street: Option<String>,
    /// Door code.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub door_code: Patch<String>,
}

impl DeliveryAddressPatch {
    /// Applies the patch (RFC 7396).
    pub fn apply(self, delivery_address: &mut DeliveryAddress) {
        if let Some(value) = self.street {
            delivery_address.street = value;
        }
        self.door_code.apply_to(&mut delivery_address.door_code);
    }
}

impl fmt::Debug for DeliveryAddressPatch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("DeliveryAddressPatch")
            .field("street", &self.street)
            .field("door_code", &Redacted)
            .finish()
    }
}

impl Shaped for DeliveryAddressPatch {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("DeliveryAddressPatch", &[
            Field::new("street", Shape::string()).optional(),
            Field::new("doorCode", Shape::string().nullable())
                .optional()
                .classified(Classification::Personal),
        ]);
        &SHAPE
    }
}
