// ======== src/lib.rs
// @generated from specs/models by `cargo xtask generate`. Do not edit.

//! The canonical models of acme-retail: one module a domain.

pub mod order;
pub mod shipping;

// ======== src/order.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! Order: the canonical models of the domain, owned by order-team.
//!
//! What customers buy.

mod card_payment;
mod customer_name;
mod invoice_payment;
mod order_change;
mod order_filter;
mod order_id;
mod order_line;
mod order_model;
mod order_status;
mod payment;
mod person;
mod sku;

pub use card_payment::CardPayment;
pub use customer_name::CustomerName;
pub use invoice_payment::InvoicePayment;
pub use order_change::OrderChange;
pub use order_filter::OrderFilter;
pub use order_id::OrderId;
pub use order_line::OrderLine;
pub use order_model::{Order, OrderPatch};
pub use order_status::OrderStatus;
pub use payment::Payment;
pub use person::{Person, PersonPatch};
pub use sku::Sku;

// ======== src/order/card_payment.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `CardPayment` of the order domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::Redacted;
use tiebeam::shape::{Classification, Field, Shape, Shaped};
use tiebeam::types::Decimal;

/// A payment by card.
///
/// It is settled at once.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CardPayment {
    /// Token.
    ///
    /// Payment data; redacted in logs.
    pub token: String,
    /// Amount.
    pub amount: Decimal,
}

impl fmt::Debug for CardPayment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("CardPayment")
            .field("token", &Redacted)
            .field("amount", &self.amount)
            .finish()
    }
}

impl Shaped for CardPayment {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("CardPayment", &[
            Field::new("token", Shape::string()).classified(Classification::Payment),
            Field::new("amount", Shape::decimal()),
        ]);
        &SHAPE
    }
}

// ======== src/order/customer_name.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `CustomerName` of the order domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::Redacted;
use tiebeam::shape::{Shape, Shaped};

/// Customer name.
///
/// 1 to 200 characters.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CustomerName(pub String);

impl fmt::Debug for CustomerName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("CustomerName").field(&Redacted).finish()
    }
}

impl From<String> for CustomerName {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl From<&str> for CustomerName {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

impl Shaped for CustomerName {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::string().min_length(1).max_length(200);
        &SHAPE
    }
}

// ======== src/order/invoice_payment.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `InvoicePayment` of the order domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::types::Date;

/// A payment by invoice.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InvoicePayment {
    /// Due on.
    pub due_on: Date,
}

impl Shaped for InvoicePayment {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::object("InvoicePayment", &[Field::new("dueOn", Shape::date())]);
        &SHAPE
    }
}

// ======== src/order/order_change.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `OrderChange` of the order domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::types::{Bytes, Duration};

use crate::order::OrderPatch;

/// A change of an order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OrderChange {
    /// Change.
    pub change: OrderPatch,
    /// Took.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub took: Option<Duration>,
    /// Signature.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Bytes>,
}

impl Shaped for OrderChange {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("OrderChange", &[
            Field::new("change", Shape::of::<OrderPatch>()),
            Field::new("took", Shape::duration()).optional(),
            Field::new("signature", Shape::bytes()).optional(),
        ]);
        &SHAPE
    }
}

// ======== src/order/order_filter.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `OrderFilter` of the order domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

use crate::shipping::Address;

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct OrderFilter {
    /// Open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<bool>,
    /// Tags.
    pub tags: Vec<String>,
    /// Address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
}

impl Shaped for OrderFilter {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("OrderFilter", &[
            Field::new("open", Shape::boolean()).optional(),
            Field::new("tags", Shape::list(&Shape::string())),
            Field::new("address", Shape::of::<Address>()).optional(),
        ]);
        &SHAPE
    }
}

// ======== src/order/order_id.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `OrderId` of the order domain.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Shape, Shaped};
use tiebeam::types::Uuid;

/// Identifies one order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OrderId(pub Uuid);

impl From<Uuid> for OrderId {
    fn from(value: Uuid) -> Self {
        Self(value)
    }
}

impl fmt::Display for OrderId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl FromStr for OrderId {
    type Err = <Uuid as FromStr>::Err;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl Shaped for OrderId {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::uuid();
        &SHAPE
    }
}

// ======== src/order/order_line.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `OrderLine` of the order domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::types::Decimal;

use crate::order::Sku;

/// Order line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OrderLine {
    /// Sku.
    pub sku: Sku,
    /// How many pieces.
    ///
    /// 1 to 10 000. A multiple of 5. For example `10`.
    pub quantity: i32,
    /// Unit price.
    ///
    /// Greater than 0.01.
    pub unit_price: Decimal,
    /// Discount.
    ///
    /// At most 99.5.
    pub discount: f64,
}

impl Shaped for OrderLine {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("OrderLine", &[
            Field::new("sku", Shape::of::<Sku>()),
            Field::new("quantity", Shape::int32().minimum(1).maximum(10_000).multiple_of(5)),
            Field::new("unitPrice", Shape::decimal().exclusive_minimum_decimal("0.01")),
            Field::new("discount", Shape::float64().maximum_float(99.5)),
        ]);
        &SHAPE
    }
}

// ======== src/order/order_model.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Order` of the order domain.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Classification, Field, Shape, Shaped};
use tiebeam::types::{Date, Timestamp};
use tiebeam::{Patch, Problem, Redacted, literal, patch};

use crate::order::{OrderId, OrderLine, OrderStatus, Payment, Person, PersonPatch};

/// A customer's commitment to buy.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Order {
    /// Id.
    pub id: OrderId,
    /// Status.
    pub status: OrderStatus,
    /// Lines.
    ///
    /// 1 to 500 items. No item comes twice.
    pub lines: Vec<OrderLine>,
    /// What the customer wrote.
    ///
    /// At most 500 characters. Personal data; redacted in logs.
    ///
    /// **Deprecated:** Use `lines` instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Gift message.
    pub gift_message: Option<String>,
    /// Delivery hint.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub delivery_hint: Patch<String>,
    /// Priority.
    ///
    /// `5` when absent.
    #[serde(default = "Order::default_priority")]
    pub priority: i32,
    /// Express.
    ///
    /// `false` when absent.
    #[serde(default)]
    pub express: bool,
    /// First status.
    ///
    /// `placed` when absent.
    #[serde(default = "Order::default_first_status")]
    pub first_status: OrderStatus,
    /// Valid until.
    ///
    /// `2030-01-01` when absent.
    #[serde(default = "Order::default_valid_until")]
    pub valid_until: Date,
    /// Labels.
    pub labels: BTreeMap<String, String>,
    /// Payment.
    pub payment: Payment,
    /// Customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<Person>,
    /// Billing.
    pub billing: Person,
    /// Placed at.
    pub placed_at: Timestamp,
    /// Url.
    #[serde(rename = "URL")]
    pub url: String,
}

impl Order {
    fn default_priority() -> i32 {
        5
    }

    fn default_first_status() -> OrderStatus {
        OrderStatus::Placed
    }

    fn default_valid_until() -> Date {
        literal("\"2030-01-01\"")
    }
}

impl fmt::Debug for Order {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Order")
            .field("id", &self.id)
            .field("status", &self.status)
            .field("lines", &self.lines)
            .field("note", &Redacted)
            .field("gift_message", &self.gift_message)
            .field("delivery_hint", &self.delivery_hint)
            .field("priority", &self.priority)
            .field("express", &self.express)
            .field("first_status", &self.first_status)
            .field("valid_until", &self.valid_until)
            .field("labels", &self.labels)
            .field("payment", &self.payment)
            .field("customer", &self.customer)
            .field("billing", &self.billing)
            .field("placed_at", &self.placed_at)
            .field("url", &self.url)
            .finish()
    }
}

static ORDER_SHAPE: Shape = Shape::object("Order", &[
    Field::new("id", Shape::of::<OrderId>()),
    Field::new("status", Shape::of::<OrderStatus>()),
    Field::new(
        "lines",
        Shape::list(&Shape::of::<OrderLine>()).min_items(1).max_items(500).unique_items(),
    ),
    Field::new("note", Shape::string().max_length(500))
        .optional()
        .classified(Classification::Personal),
    Field::new("giftMessage", Shape::string().nullable()),
    Field::new("deliveryHint", Shape::string().nullable()).optional(),
    Field::new("priority", Shape::int32()).optional(),
    Field::new("express", Shape::boolean()).optional(),
    Field::new("firstStatus", Shape::of::<OrderStatus>()).optional(),
    Field::new("validUntil", Shape::date()).optional(),
    Field::new("labels", Shape::map(&Shape::string())),
    Field::new("payment", Shape::of::<Payment>()),
    Field::new("customer", Shape::of::<Person>()).optional(),
    Field::new("billing", Shape::of::<Person>()),
    Field::new("placedAt", Shape::timestamp()),
    Field::new("URL", Shape::uri()),
]);

impl Shaped for Order {
    fn shape() -> &'static Shape {
        &ORDER_SHAPE
    }
}

/// What changes in [`Order`]: a field that is absent stays as it is.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OrderPatch {
    /// Id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<OrderId>,
    /// Status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<OrderStatus>,
    /// Lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lines: Option<Vec<OrderLine>>,
    /// What the customer wrote.
    ///
    /// **Deprecated:** Use `lines` instead.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub note: Patch<String>,
    /// Gift message.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub gift_message: Patch<String>,
    /// Delivery hint.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub delivery_hint: Patch<String>,
    /// Priority.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub priority: Patch<i32>,
    /// Express.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub express: Patch<bool>,
    /// First status.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub first_status: Patch<OrderStatus>,
    /// Valid until.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub valid_until: Patch<Date>,
    /// Labels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub labels: Option<BTreeMap<String, Patch<String>>>,
    /// Payment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment: Option<Payment>,
    /// Customer.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub customer: Patch<PersonPatch>,
    /// Billing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub billing: Option<PersonPatch>,
    /// Placed at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub placed_at: Option<Timestamp>,
    /// Url.
    #[serde(rename = "URL", default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

impl OrderPatch {
    /// Applies the patch (RFC 7396).
    ///
    /// # Errors
    ///
    /// When it adds a nested record and leaves out something that record must have.
    pub fn apply(self, order: &mut Order) -> Result<(), Problem> {
        if let Some(value) = self.id {
            order.id = value;
        }
        if let Some(value) = self.status {
            order.status = value;
        }
        if let Some(value) = self.lines {
            order.lines = value;
        }
        self.note.apply_to(&mut order.note);
        self.gift_message.apply_to(&mut order.gift_message);
        self.delivery_hint.apply_to(&mut order.delivery_hint);
        self.priority.apply_or(&mut order.priority, Order::default_priority);
        self.express.apply_or(&mut order.express, Default::default);
        self.first_status.apply_or(&mut order.first_status, Order::default_first_status);
        self.valid_until.apply_or(&mut order.valid_until, Order::default_valid_until);
        if let Some(value) = self.labels {
            patch::merge_map(value, &mut order.labels);
        }
        if let Some(value) = self.payment {
            order.payment = value;
        }
        patch::merge_optional(self.customer, &mut order.customer, PersonPatch::apply)?;
        if let Some(value) = self.billing {
            value.apply(&mut order.billing)?;
        }
        if let Some(value) = self.placed_at {
            order.placed_at = value;
        }
        if let Some(value) = self.url {
            order.url = value;
        }
        Ok(())
    }
}

impl fmt::Debug for OrderPatch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("OrderPatch")
            .field("id", &self.id)
            .field("status", &self.status)
            .field("lines", &self.lines)
            .field("note", &Redacted)
            .field("gift_message", &self.gift_message)
            .field("delivery_hint", &self.delivery_hint)
            .field("priority", &self.priority)
            .field("express", &self.express)
            .field("first_status", &self.first_status)
            .field("valid_until", &self.valid_until)
            .field("labels", &self.labels)
            .field("payment", &self.payment)
            .field("customer", &self.customer)
            .field("billing", &self.billing)
            .field("placed_at", &self.placed_at)
            .field("url", &self.url)
            .finish()
    }
}

static ORDER_PATCH_SHAPE: Shape = Shape::object("OrderPatch", &[
    Field::new("id", Shape::of::<OrderId>()).optional(),
    Field::new("status", Shape::of::<OrderStatus>()).optional(),
    Field::new(
        "lines",
        Shape::list(&Shape::of::<OrderLine>()).min_items(1).max_items(500).unique_items(),
    )
    .optional(),
    Field::new("note", Shape::string().max_length(500).nullable())
        .optional()
        .classified(Classification::Personal),
    Field::new("giftMessage", Shape::string().nullable()).optional(),
    Field::new("deliveryHint", Shape::string().nullable()).optional(),
    Field::new("priority", Shape::int32().nullable()).optional(),
    Field::new("express", Shape::boolean().nullable()).optional(),
    Field::new("firstStatus", Shape::of::<OrderStatus>().nullable()).optional(),
    Field::new("validUntil", Shape::date().nullable()).optional(),
    Field::new("labels", Shape::map(&Shape::string().nullable())).optional(),
    Field::new("payment", Shape::of::<Payment>()).optional(),
    Field::new("customer", Shape::of::<PersonPatch>().nullable()).optional(),
    Field::new("billing", Shape::of::<PersonPatch>()).optional(),
    Field::new("placedAt", Shape::timestamp()).optional(),
    Field::new("URL", Shape::uri()).optional(),
]);

impl Shaped for OrderPatch {
    fn shape() -> &'static Shape {
        &ORDER_PATCH_SHAPE
    }
}

// ======== src/order/order_status.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `OrderStatus` of the order domain.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};
use tiebeam::shape::{Shape, Shaped};

/// Where the order stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "String")]
pub enum OrderStatus {
    /// Accepted, not yet paid.
    Placed,
    /// `in-progress`.
    InProgress,
    /// `unknown`.
    ///
    /// **Deprecated:** Never sent any more.
    UnknownValue,
    /// A value this version does not know; it survives a round trip.
    Unknown(String),
}

impl OrderStatus {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Placed => "placed",
            Self::InProgress => "in-progress",
            Self::UnknownValue => "unknown",
            Self::Unknown(value) => value,
        }
    }
}

impl From<String> for OrderStatus {
    fn from(value: String) -> Self {
        match value.as_str() {
            "placed" => Self::Placed,
            "in-progress" => Self::InProgress,
            "unknown" => Self::UnknownValue,
            _ => Self::Unknown(value),
        }
    }
}

impl From<&str> for OrderStatus {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl AsRef<str> for OrderStatus {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Serialize for OrderStatus {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for OrderStatus {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Shaped for OrderStatus {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::enumeration("OrderStatus", &["placed", "in-progress", "unknown"]);
        &SHAPE
    }
}

// ======== src/order/payment.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Payment` of the order domain.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};
use tiebeam::Redacted;
use tiebeam::shape::{Shape, Shaped, Variant};
use tiebeam::types::Value;
use tiebeam::union::{self, Tagged, Union};

use crate::order::{CardPayment, InvoicePayment};

/// How the customer pays.
#[derive(Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "method")]
pub enum Payment {
    /// A payment by card.
    #[serde(rename = "card")]
    Card(CardPayment),
    /// A payment by invoice.
    #[serde(rename = "bank-invoice")]
    BankInvoice(InvoicePayment),
    /// A kind this version does not know; it survives a round trip.
    #[serde(untagged)]
    Unknown(Value),
}

impl fmt::Debug for Payment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Card(payload) => formatter.debug_tuple("Card").field(payload).finish(),
            Self::BankInvoice(payload) => {
                formatter.debug_tuple("BankInvoice").field(payload).finish()
            }
            Self::Unknown(_) => formatter.debug_tuple("Unknown").field(&Redacted).finish(),
        }
    }
}

impl Union for Payment {
    const TAG: &'static str = "method";

    fn read<'de, T: Tagged<'de>>(tagged: T) -> Result<Self, T::Error> {
        match tagged.tag() {
            "card" => tagged.payload().map(Self::Card),
            "bank-invoice" => tagged.payload().map(Self::BankInvoice),
            _ => tagged.into_value().map(Self::Unknown),
        }
    }
}

impl<'de> Deserialize<'de> for Payment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        union::read(deserializer)
    }
}

impl Shaped for Payment {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::union("Payment", "method", &[
            Variant::new("card", Shape::of::<CardPayment>()),
            Variant::new("bank-invoice", Shape::of::<InvoicePayment>()),
        ]);
        &SHAPE
    }
}

// ======== src/order/person.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Person` of the order domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Classification, Field, Shape, Shaped};
use tiebeam::types::Value;
use tiebeam::{Patch, Problem, patch};

use crate::order::CustomerName;

/// Somebody.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Person {
    /// Name.
    pub name: CustomerName,
    /// Mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail: Option<String>,
    /// Parent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Box<Person>>,
    /// Children.
    pub children: Vec<Person>,
    /// Extra.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extra: Option<Value>,
}

impl Shaped for Person {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Person", &[
            Field::new("name", Shape::of::<CustomerName>()).classified(Classification::Personal),
            Field::new("mail", Shape::email()).optional(),
            Field::new("parent", Shape::of::<Person>()).optional(),
            Field::new("children", Shape::list(&Shape::of::<Person>())),
            Field::new("extra", Shape::any()).optional(),
        ]);
        &SHAPE
    }
}

/// What changes in [`Person`]: a field that is absent stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct PersonPatch {
    /// Name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<CustomerName>,
    /// Mail.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub mail: Patch<String>,
    /// Parent.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub parent: Patch<Box<PersonPatch>>,
    /// Children.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub children: Option<Vec<Person>>,
    /// Extra.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub extra: Patch<Value>,
}

impl PersonPatch {
    /// Applies the patch (RFC 7396).
    ///
    /// # Errors
    ///
    /// When it adds a nested record and leaves out something that record must have.
    pub fn apply(self, person: &mut Person) -> Result<(), Problem> {
        if let Some(value) = self.name {
            person.name = value;
        }
        self.mail.apply_to(&mut person.mail);
        patch::merge_optional(self.parent, &mut person.parent, |patch, value| patch.apply(value))?;
        if let Some(value) = self.children {
            person.children = value;
        }
        self.extra.apply_to(&mut person.extra);
        Ok(())
    }
}

impl Shaped for PersonPatch {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("PersonPatch", &[
            Field::new("name", Shape::of::<CustomerName>())
                .optional()
                .classified(Classification::Personal),
            Field::new("mail", Shape::email().nullable()).optional(),
            Field::new("parent", Shape::of::<PersonPatch>().nullable()).optional(),
            Field::new("children", Shape::list(&Shape::of::<Person>())).optional(),
            Field::new("extra", Shape::any().nullable()).optional(),
        ]);
        &SHAPE
    }
}

// ======== src/order/sku.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Sku` of the order domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Pattern, Shape, Shaped};

/// Names an article.
///
/// At most 8 characters. Matches `^[A-Z]{3}-\d{4}$`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sku(pub String);

impl From<String> for Sku {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl From<&str> for Sku {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

impl fmt::Display for Sku {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

static SKU_PATTERN: Pattern = Pattern::new("^[A-Z]{3}-[0-9]{4}$");

impl Shaped for Sku {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::string().max_length(8).pattern(&SKU_PATTERN);
        &SHAPE
    }
}

// ======== src/shipping.rs
// @generated from specs/models/shipping.yaml by `cargo xtask generate`. Do not edit.

//! Shipping: the canonical models of the domain, owned by shipping-team.
//!
//! What customers buy.

mod address;

pub use address::Address;

// ======== src/shipping/address.rs
// @generated from specs/models/order.yaml by `cargo xtask generate`. Do not edit.

//! `Address` of the shipping domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

/// Where it goes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Address {
    /// Line1.
    pub line1: String,
    /// Line2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line2: Option<String>,
    /// Iso3 code.
    pub iso3_code: String,
}

impl Shaped for Address {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Address", &[
            Field::new("line1", Shape::string()),
            Field::new("line2", Shape::string()).optional(),
            Field::new("iso3Code", Shape::string()),
        ]);
        &SHAPE
    }
}

