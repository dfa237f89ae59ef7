//! Orders as serde reads and writes them: closed when they are sent, as the contract is.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tiebeam::types::{Decimal, Duration, Timestamp, Uuid};

/// What is sent to enter an order.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewOrder {
    pub customer_id: Uuid,
    #[serde(default = "placed")]
    pub status: Status,
    pub lines: Vec<Line>,
    #[serde(default)]
    pub discounts: Vec<Discount>,
    pub total: Money,
    pub payment: Payment,
    pub ship_to: Address,
    pub gift_message: Option<String>,
    pub note: Option<String>,
    pub reservation_id: Option<Uuid>,
    pub labels: Option<BTreeMap<String, String>>,
}

/// An order.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Order {
    pub id: Uuid,
    pub number: String,
    pub revision: i64,
    pub customer_id: Uuid,
    pub status: Status,
    pub lines: Vec<Line>,
    pub discounts: Vec<Discount>,
    pub total: Money,
    pub payment: Payment,
    pub ship_to: Address,
    pub gift_message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reservation_id: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<BTreeMap<String, String>>,
    pub placed_at: Timestamp,
}

/// Where an order stands.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    Placed,
    Confirmed,
    Shipped,
    Delivered,
    Cancelled,
}

/// One product.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Line {
    pub sku: String,
    pub name: String,
    pub quantity: i32,
    pub unit_price: Money,
}

/// An amount of something.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Money {
    pub amount: Decimal,
    pub currency: String,
}

/// What makes an order cheaper.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Discount {
    Percentage(Percentage),
    Voucher(Voucher),
}

/// A share of the order.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Percentage {
    pub percent: Decimal,
    pub reason: String,
}

/// A fixed amount.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Voucher {
    pub code: String,
    pub amount: Money,
}

/// How an order is paid.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "method", rename_all = "camelCase")]
pub enum Payment {
    Card(Card),
    Invoice(Invoice),
    Wallet(Wallet),
}

/// By card.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Card {
    pub token: String,
    pub last_digits: String,
    pub expires: String,
}

/// On account.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Invoice {
    pub terms: Option<Duration>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purchase_order: Option<String>,
}

/// By an app.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wallet {
    pub provider: Provider,
    pub token: String,
}

/// Whose app.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Provider {
    Apple,
    Google,
    Paypal,
}

/// Where an order goes.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Address {
    pub lines: Vec<String>,
    pub city: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    pub country: String,
}

fn placed() -> Status {
    Status::Placed
}
