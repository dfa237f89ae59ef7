//! Types of the Order Process API.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use tiebeam::Patch;
use tiebeam::shape::{Classification, Field, Pattern, Shape, Shaped, Variant};
use tiebeam::types::{Bytes, Date, Decimal, Duration, Timestamp, Uuid, Value};
use tiebeam::union::{self, Tagged, Union};

/// Identifies an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct OrderId(pub(crate) Uuid);

impl Shaped for OrderId {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::uuid();
        &SHAPE
    }
}

impl fmt::Display for OrderId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

static SKU_PATTERN: Pattern = Pattern::new("^[A-Z]{3}-[0-9]{4}$");

/// An item.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Sku(pub(crate) String);

impl Shaped for Sku {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::string().pattern(&SKU_PATTERN);
        &SHAPE
    }
}

/// How many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Quantity(pub(crate) i32);

impl Shaped for Quantity {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::int32().minimum(1).maximum(10_000);
        &SHAPE
    }
}

/// Where the order stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "String")]
pub(crate) enum OrderStatus {
    Placed,
    Confirmed,
    Shipped,
    /// A value this version does not know; it survives a round trip.
    Unknown(String),
}

impl OrderStatus {
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Placed => "placed",
            Self::Confirmed => "confirmed",
            Self::Shipped => "shipped",
            Self::Unknown(value) => value,
        }
    }
}

impl From<String> for OrderStatus {
    fn from(value: String) -> Self {
        match value.as_str() {
            "placed" => Self::Placed,
            "confirmed" => Self::Confirmed,
            "shipped" => Self::Shipped,
            _ => Self::Unknown(value),
        }
    }
}

impl Serialize for OrderStatus {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Shaped for OrderStatus {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::enumeration("OrderStatus", &["placed", "confirmed", "shipped"]);
        &SHAPE
    }
}

/// Pays by card.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CardPayment {
    pub(crate) card_token: String,
}

impl Shaped for CardPayment {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object(
            "CardPayment",
            &[Field::new("cardToken", Shape::string().min_length(3))
                .classified(Classification::Payment)],
        );
        &SHAPE
    }
}

/// Pays by invoice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct InvoicePayment {
    pub(crate) days: i32,
}

impl Shaped for InvoicePayment {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::object("InvoicePayment", &[Field::new("days", Shape::int32().multiple_of(10))]);
        &SHAPE
    }
}

/// How the customer pays.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "method")]
pub(crate) enum Payment {
    #[serde(rename = "card")]
    Card(CardPayment),
    #[serde(rename = "invoice")]
    Invoice(InvoicePayment),
    /// A kind this version does not know; it survives a round trip.
    #[serde(untagged)]
    Unknown(Value),
}

impl<'de> Deserialize<'de> for Payment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        union::read(deserializer)
    }
}

impl Union for Payment {
    const TAG: &'static str = "method";

    fn read<'de, T: Tagged<'de>>(tagged: T) -> Result<Self, T::Error> {
        match tagged.tag() {
            "card" => tagged.payload().map(Self::Card),
            "invoice" => tagged.payload().map(Self::Invoice),
            _ => tagged.into_value().map(Self::Unknown),
        }
    }
}

impl Shaped for Payment {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::union(
            "Payment",
            "method",
            &[
                Variant::new("card", Shape::of::<CardPayment>()),
                Variant::new("invoice", Shape::of::<InvoicePayment>()),
            ],
        );
        &SHAPE
    }
}

/// One item of an order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OrderLine {
    pub(crate) sku: Sku,
    pub(crate) quantity: Quantity,
    pub(crate) unit_price: Decimal,
}

impl Shaped for OrderLine {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object(
            "OrderLine",
            &[
                Field::new("sku", Shape::of::<Sku>()),
                Field::new("quantity", Shape::of::<Quantity>()),
                Field::new(
                    "unitPrice",
                    Shape::decimal().minimum_decimal("0").multiple_of_decimal("0.01"),
                ),
            ],
        );
        &SHAPE
    }
}

/// What a caller sends to place an order: one field of everything.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PlaceOrder {
    pub(crate) customer_id: Uuid,
    pub(crate) lines: Vec<OrderLine>,
    pub(crate) payment: Payment,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) note: Option<String>,
    pub(crate) gift_message: Option<String>,
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub(crate) delivery_hint: Patch<String>,
    #[serde(default = "PlaceOrder::default_priority")]
    pub(crate) priority: i32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) labels: Option<BTreeMap<String, String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) more: Option<More>,
}

impl PlaceOrder {
    fn default_priority() -> i32 {
        3
    }
}

impl Shaped for PlaceOrder {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object(
            "PlaceOrder",
            &[
                Field::new("customerId", Shape::uuid()),
                Field::new(
                    "lines",
                    Shape::list(&Shape::of::<OrderLine>()).min_items(1).max_items(3),
                ),
                Field::new("payment", Shape::of::<Payment>()),
                Field::new("note", Shape::string().max_length(5))
                    .optional()
                    .classified(Classification::Personal),
                Field::new("giftMessage", Shape::string().nullable()),
                Field::new("deliveryHint", Shape::string().nullable()).optional(),
                Field::new("priority", Shape::int32().minimum(1).maximum(5)).optional(),
                Field::new("labels", Shape::map(&Shape::string()).max_items(2)).optional(),
                Field::new("more", Shape::of::<More>()).optional(),
            ],
        );
        &SHAPE
    }
}

/// The scalars that an order does not need.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(rename_all = "camelCase")]
pub(crate) struct More {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) ratio: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) count: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) is_gift: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) day: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) at: Option<Timestamp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) within: Option<Duration>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) mail: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) link: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) data: Option<Bytes>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) anything: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) tags: Option<Vec<Value>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) status: Option<OrderStatus>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) inner: Option<Box<More>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) all: Option<Vec<More>>,
}

impl Shaped for More {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object(
            "More",
            &[
                Field::new(
                    "ratio",
                    Shape::float64().exclusive_minimum_float(0.0).multiple_of_float(0.1),
                )
                .optional(),
                Field::new("count", Shape::int64()).optional(),
                Field::new("isGift", Shape::boolean()).optional(),
                Field::new("day", Shape::date()).optional(),
                Field::new("at", Shape::timestamp()).optional(),
                Field::new("within", Shape::duration()).optional(),
                Field::new("mail", Shape::email()).optional(),
                Field::new("link", Shape::uri()).optional(),
                Field::new("data", Shape::bytes()).optional(),
                Field::new("anything", Shape::any()).optional(),
                Field::new("tags", Shape::list(&Shape::any()).unique_items()).optional(),
                Field::new("status", Shape::of::<OrderStatus>()).optional(),
                Field::new("inner", Shape::of::<More>()).optional(),
                Field::new("all", Shape::list(&Shape::of::<More>())).optional(),
            ],
        );
        &SHAPE
    }
}

/// An order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Order {
    pub(crate) id: OrderId,
    pub(crate) status: OrderStatus,
    pub(crate) payment: Payment,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) note: Option<String>,
    pub(crate) revision: i64,
}

impl Shaped for Order {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object(
            "Order",
            &[
                Field::new("id", Shape::of::<OrderId>()),
                Field::new("status", Shape::of::<OrderStatus>()),
                Field::new("payment", Shape::of::<Payment>()),
                Field::new("note", Shape::string()).optional(),
                Field::new("revision", Shape::int64()),
            ],
        );
        &SHAPE
    }
}

/// Changes an order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(crate) struct OrderPatch {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) status: Option<OrderStatus>,
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub(crate) note: Patch<String>,
}

impl OrderPatch {
    /// Applies the patch (RFC 7396).
    pub(crate) fn apply(self, order: &mut Order) {
        if let Some(status) = self.status {
            order.status = status;
        }
        self.note.apply_to(&mut order.note);
    }
}

impl Shaped for OrderPatch {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object(
            "OrderPatch",
            &[
                Field::new("status", Shape::of::<OrderStatus>()).optional(),
                Field::new("note", Shape::string().nullable()).optional(),
            ],
        );
        &SHAPE
    }
}
