// @generated from specs/apis/experience/order-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! Types local to the Order Experience API.

use std::collections::BTreeMap;
use std::fmt;

use retail_models::common::{Country, Revision};
use retail_models::customer::CustomerId;
use retail_models::inventory::{CategoryCode, Sku};
use retail_models::order::{OrderId, OrderNumber};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use tiebeam::shape::{Classification, Field, Pattern, Shape, Shaped, Variant};
use tiebeam::types::{Date, Duration, Timestamp, Value};
use tiebeam::union::{self, Tagged, Union};
use tiebeam::{Patch, Redacted};

/// A product as a card in a list.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ProductCard {
    /// Identifies it.
    pub sku: Sku,
    /// What the card says.
    ///
    /// 1 to 120 characters.
    pub title: String,
    /// The price, ready to show.
    ///
    /// At most 30 characters.
    pub price: String,
    /// The picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
    /// What to show when the card is turned.
    ///
    /// At most 40 entries.
    pub facts: BTreeMap<String, String>,
}

impl Shaped for ProductCard {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("ProductCard", &[
            Field::new("sku", Shape::of::<Sku>()),
            Field::new("title", Shape::string().min_length(1).max_length(120)),
            Field::new("price", Shape::string().max_length(30)),
            Field::new("picture", Shape::uri()).optional(),
            Field::new("facts", Shape::map(&Shape::string()).max_items(40)),
        ]);
        &SHAPE
    }
}

/// A shelf and the shelves inside it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Shelf {
    /// Stable name.
    pub code: CategoryCode,
    /// What the app shows.
    ///
    /// 1 to 80 characters.
    pub title: String,
    /// Narrower shelves.
    ///
    /// At most 100 items.
    pub shelves: Vec<Shelf>,
}

impl Shaped for Shelf {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Shelf", &[
            Field::new("code", Shape::of::<CategoryCode>()),
            Field::new("title", Shape::string().min_length(1).max_length(80)),
            Field::new("shelves", Shape::list(&Shape::of::<Shelf>()).max_items(100)),
        ]);
        &SHAPE
    }
}

/// A product and how many of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct BasketLine {
    /// What.
    pub sku: Sku,
    /// How many.
    ///
    /// 1 to 99. `1` when absent.
    #[serde(default = "BasketLine::default_quantity")]
    pub quantity: i32,
}

impl BasketLine {
    fn default_quantity() -> i32 {
        1
    }
}

impl Shaped for BasketLine {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("BasketLine", &[
            Field::new("sku", Shape::of::<Sku>()),
            Field::new("quantity", Shape::int32().minimum(1).maximum(99)).optional(),
        ]);
        &SHAPE
    }
}

/// What is in the basket.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Basket {
    /// Who would buy; absent for a visitor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_id: Option<CustomerId>,
    /// What.
    ///
    /// 1 to 50 items.
    pub lines: Vec<BasketLine>,
}

impl Shaped for Basket {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Basket", &[
            Field::new("customerId", Shape::of::<CustomerId>()).optional(),
            Field::new("lines", Shape::list(&Shape::of::<BasketLine>()).min_items(1).max_items(50)),
        ]);
        &SHAPE
    }
}

/// What a basket costs.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BasketPrice {
    /// What it comes to, ready to show.
    ///
    /// At most 30 characters.
    pub total: String,
    /// What the discounts took off, null without a discount.
    ///
    /// At most 30 characters.
    pub saved: Option<String>,
    /// How long it holds.
    pub valid_until: Timestamp,
}

impl Shaped for BasketPrice {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("BasketPrice", &[
            Field::new("total", Shape::string().max_length(30)),
            Field::new("saved", Shape::string().max_length(30).nullable()),
            Field::new("validUntil", Shape::timestamp()),
        ]);
        &SHAPE
    }
}

/// The form behind the button "Buy now".
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CheckOut {
    /// Who buys.
    pub customer_id: CustomerId,
    /// What.
    ///
    /// 1 to 50 items.
    pub lines: Vec<BasketLine>,
    /// How.
    pub pay_with: PayWith,
    /// Where to, unless to the customer's own address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deliver_to: Option<DeliveryAddress>,
    /// The text of the card: absent when nobody asked, null when no card is wanted.
    ///
    /// At most 280 characters. Personal data; redacted in logs.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub gift: Patch<String>,
}

impl fmt::Debug for CheckOut {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("CheckOut")
            .field("customer_id", &self.customer_id)
            .field("lines", &self.lines)
            .field("pay_with", &self.pay_with)
            .field("deliver_to", &self.deliver_to)
            .field("gift", &Redacted)
            .finish()
    }
}

impl Shaped for CheckOut {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("CheckOut", &[
            Field::new("customerId", Shape::of::<CustomerId>()),
            Field::new("lines", Shape::list(&Shape::of::<BasketLine>()).min_items(1).max_items(50)),
            Field::new("payWith", Shape::of::<PayWith>()),
            Field::new("deliverTo", Shape::of::<DeliveryAddress>()).optional(),
            Field::new("gift", Shape::string().max_length(280).nullable())
                .optional()
                .classified(Classification::Personal),
        ]);
        &SHAPE
    }
}

/// How the customer pays.
#[derive(Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "kind")]
pub enum PayWith {
    /// A card that the app has saved.
    #[serde(rename = "card")]
    Card(SavedCard),
    /// Pay later.
    #[serde(rename = "invoice")]
    Invoice(OnAccount),
    /// The wallet of the phone.
    #[serde(rename = "wallet")]
    Wallet(Wallet),
    /// A kind this version does not know; it survives a round trip.
    #[serde(untagged)]
    Unknown(Value),
}

impl fmt::Debug for PayWith {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Card(payload) => formatter.debug_tuple("Card").field(payload).finish(),
            Self::Invoice(payload) => formatter.debug_tuple("Invoice").field(payload).finish(),
            Self::Wallet(payload) => formatter.debug_tuple("Wallet").field(payload).finish(),
            Self::Unknown(_) => formatter.debug_tuple("Unknown").field(&Redacted).finish(),
        }
    }
}

impl Union for PayWith {
    const TAG: &'static str = "kind";

    fn read<'de, T: Tagged<'de>>(tagged: T) -> Result<Self, T::Error> {
        match tagged.tag() {
            "card" => tagged.payload().map(Self::Card),
            "invoice" => tagged.payload().map(Self::Invoice),
            "wallet" => tagged.payload().map(Self::Wallet),
            _ => tagged.into_value().map(Self::Unknown),
        }
    }
}

impl<'de> Deserialize<'de> for PayWith {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        union::read(deserializer)
    }
}

impl Shaped for PayWith {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::union("PayWith", "kind", &[
            Variant::new("card", Shape::of::<SavedCard>()),
            Variant::new("invoice", Shape::of::<OnAccount>()),
            Variant::new("wallet", Shape::of::<Wallet>()),
        ]);
        &SHAPE
    }
}

/// A card that the app has saved.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SavedCard {
    /// What the provider gave the app for it.
    ///
    /// 8 to 64 characters. Matches `^tok_`. A secret; redacted in logs.
    pub token: String,
    /// The last four digits.
    ///
    /// Matches `^[0-9]{4}$`. Payment data; redacted in logs.
    pub last_digits: String,
    /// Its last month.
    ///
    /// Matches `^20[0-9]{2}-(0[1-9]|1[0-2])$`. Payment data; redacted in logs.
    pub expires: String,
}

impl fmt::Debug for SavedCard {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("SavedCard")
            .field("token", &Redacted)
            .field("last_digits", &Redacted)
            .field("expires", &Redacted)
            .finish()
    }
}

static SAVED_CARD_TOKEN_PATTERN: Pattern = Pattern::new("^tok_");

static SAVED_CARD_LAST_DIGITS_PATTERN: Pattern = Pattern::new("^[0-9]{4}$");

static SAVED_CARD_EXPIRES_PATTERN: Pattern = Pattern::new("^20[0-9]{2}-(0[1-9]|1[0-2])$");

impl Shaped for SavedCard {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("SavedCard", &[
            Field::new(
                "token",
                Shape::string().min_length(8).max_length(64).pattern(&SAVED_CARD_TOKEN_PATTERN),
            )
            .classified(Classification::Secret),
            Field::new("lastDigits", Shape::string().pattern(&SAVED_CARD_LAST_DIGITS_PATTERN))
                .classified(Classification::Payment),
            Field::new("expires", Shape::string().pattern(&SAVED_CARD_EXPIRES_PATTERN))
                .classified(Classification::Payment),
        ]);
        &SHAPE
    }
}

/// Pay later.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct OnAccount {
    /// The customer's own number.
    ///
    /// At most 35 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
}

impl Shaped for OnAccount {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("OnAccount", &[
            Field::new("reference", Shape::string().max_length(35)).optional(),
        ]);
        &SHAPE
    }
}

/// The wallet of the phone.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Wallet {
    /// Whose wallet, `apple` for example.
    ///
    /// 2 to 20 characters.
    pub provider: String,
    /// What the phone gave the app.
    ///
    /// 8 to 2048 characters. A secret; redacted in logs.
    pub token: String,
}

impl fmt::Debug for Wallet {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Wallet")
            .field("provider", &self.provider)
            .field("token", &Redacted)
            .finish()
    }
}

impl Shaped for Wallet {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Wallet", &[
            Field::new("provider", Shape::string().min_length(2).max_length(20)),
            Field::new("token", Shape::string().min_length(8).max_length(2048))
                .classified(Classification::Secret),
        ]);
        &SHAPE
    }
}

/// An address as the app has it.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DeliveryAddress {
    /// Street and whatever else is needed.
    ///
    /// 1 to 4 items. Personal data; redacted in logs.
    pub lines: Vec<String>,
    /// Town or city.
    ///
    /// 1 to 80 characters. Personal data; redacted in logs.
    pub city: String,
    /// The postal code, where there is one.
    ///
    /// At most 12 characters. Personal data; redacted in logs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    /// Where it is.
    pub country: Country,
}

impl fmt::Debug for DeliveryAddress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("DeliveryAddress")
            .field("lines", &Redacted)
            .field("city", &Redacted)
            .field("postal_code", &Redacted)
            .field("country", &self.country)
            .finish()
    }
}

impl Shaped for DeliveryAddress {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("DeliveryAddress", &[
            Field::new("lines", Shape::list(&Shape::string()).min_items(1).max_items(4))
                .classified(Classification::Personal),
            Field::new("city", Shape::string().min_length(1).max_length(80))
                .classified(Classification::Personal),
            Field::new("postalCode", Shape::string().max_length(12))
                .optional()
                .classified(Classification::Personal),
            Field::new("country", Shape::of::<Country>()),
        ]);
        &SHAPE
    }
}

/// Where an order stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "String")]
pub enum OrderState {
    /// We have it.
    Placed,
    /// It is being packed.
    Confirmed,
    /// It is on its way.
    Shipped,
    /// It is there.
    Delivered,
    /// It was given up.
    Cancelled,
    /// A value this version does not know; it survives a round trip.
    Unknown(String),
}

impl OrderState {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Placed => "placed",
            Self::Confirmed => "confirmed",
            Self::Shipped => "shipped",
            Self::Delivered => "delivered",
            Self::Cancelled => "cancelled",
            Self::Unknown(value) => value,
        }
    }
}

impl From<String> for OrderState {
    fn from(value: String) -> Self {
        match value.as_str() {
            "placed" => Self::Placed,
            "confirmed" => Self::Confirmed,
            "shipped" => Self::Shipped,
            "delivered" => Self::Delivered,
            "cancelled" => Self::Cancelled,
            _ => Self::Unknown(value),
        }
    }
}

impl From<&str> for OrderState {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl AsRef<str> for OrderState {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Serialize for OrderState {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for OrderState {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Shaped for OrderState {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::enumeration("OrderState", &[
            "placed", "confirmed", "shipped", "delivered", "cancelled",
        ]);
        &SHAPE
    }
}

/// What to suggest after a payment that did not work.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "String")]
pub enum PaymentHint {
    /// `tryAgainLater`.
    TryAgainLater,
    /// `useAnotherCard`.
    UseAnotherCard,
    /// `payByCard`.
    PayByCard,
    /// `callUs`.
    CallUs,
    /// A value this version does not know; it survives a round trip.
    Unknown(String),
}

impl PaymentHint {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::TryAgainLater => "tryAgainLater",
            Self::UseAnotherCard => "useAnotherCard",
            Self::PayByCard => "payByCard",
            Self::CallUs => "callUs",
            Self::Unknown(value) => value,
        }
    }
}

impl From<String> for PaymentHint {
    fn from(value: String) -> Self {
        match value.as_str() {
            "tryAgainLater" => Self::TryAgainLater,
            "useAnotherCard" => Self::UseAnotherCard,
            "payByCard" => Self::PayByCard,
            "callUs" => Self::CallUs,
            _ => Self::Unknown(value),
        }
    }
}

impl From<&str> for PaymentHint {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl AsRef<str> for PaymentHint {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Serialize for PaymentHint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for PaymentHint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Shaped for PaymentHint {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::enumeration("PaymentHint", &[
            "tryAgainLater", "useAnotherCard", "payByCard", "callUs",
        ]);
        &SHAPE
    }
}

/// How an order was paid, safe to show.
#[derive(Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "kind")]
pub enum PaidWith {
    /// By card.
    #[serde(rename = "card")]
    Card(PaidByCard),
    /// On account.
    #[serde(rename = "invoice")]
    Invoice(PaidOnAccount),
    /// With a wallet.
    #[serde(rename = "wallet")]
    Wallet(PaidByWallet),
    /// A kind this version does not know; it survives a round trip.
    #[serde(untagged)]
    Unknown(Value),
}

impl fmt::Debug for PaidWith {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Card(payload) => formatter.debug_tuple("Card").field(payload).finish(),
            Self::Invoice(payload) => formatter.debug_tuple("Invoice").field(payload).finish(),
            Self::Wallet(payload) => formatter.debug_tuple("Wallet").field(payload).finish(),
            Self::Unknown(_) => formatter.debug_tuple("Unknown").field(&Redacted).finish(),
        }
    }
}

impl Union for PaidWith {
    const TAG: &'static str = "kind";

    fn read<'de, T: Tagged<'de>>(tagged: T) -> Result<Self, T::Error> {
        match tagged.tag() {
            "card" => tagged.payload().map(Self::Card),
            "invoice" => tagged.payload().map(Self::Invoice),
            "wallet" => tagged.payload().map(Self::Wallet),
            _ => tagged.into_value().map(Self::Unknown),
        }
    }
}

impl<'de> Deserialize<'de> for PaidWith {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        union::read(deserializer)
    }
}

impl Shaped for PaidWith {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::union("PaidWith", "kind", &[
            Variant::new("card", Shape::of::<PaidByCard>()),
            Variant::new("invoice", Shape::of::<PaidOnAccount>()),
            Variant::new("wallet", Shape::of::<PaidByWallet>()),
        ]);
        &SHAPE
    }
}

/// By card.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PaidByCard {
    /// The last four digits.
    ///
    /// Matches `^[0-9]{4}$`. Payment data; redacted in logs.
    pub last_digits: String,
}

impl fmt::Debug for PaidByCard {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("PaidByCard").field("last_digits", &Redacted).finish()
    }
}

static PAID_BY_CARD_LAST_DIGITS_PATTERN: Pattern = Pattern::new("^[0-9]{4}$");

impl Shaped for PaidByCard {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("PaidByCard", &[
            Field::new("lastDigits", Shape::string().pattern(&PAID_BY_CARD_LAST_DIGITS_PATTERN))
                .classified(Classification::Payment),
        ]);
        &SHAPE
    }
}

/// On account.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PaidOnAccount {
    /// Time to pay after delivery.
    pub due: Duration,
}

impl Shaped for PaidOnAccount {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::object("PaidOnAccount", &[Field::new("due", Shape::duration())]);
        &SHAPE
    }
}

/// With a wallet.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PaidByWallet {
    /// Whose wallet.
    ///
    /// 2 to 20 characters.
    pub provider: String,
}

impl Shaped for PaidByWallet {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("PaidByWallet", &[
            Field::new("provider", Shape::string().min_length(2).max_length(20)),
        ]);
        &SHAPE
    }
}

/// An order as the app shows it.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OrderView {
    /// Identifies it.
    pub id: OrderId,
    /// What people call it.
    pub number: OrderNumber,
    /// Grows with every change.
    pub version: Revision,
    /// Where it stands.
    pub state: OrderState,
    /// What it is about, in a few words.
    ///
    /// At most 160 characters.
    pub headline: String,
    /// How many pieces it has.
    ///
    /// At least 1.
    pub pieces: i64,
    /// What it costs, ready to show.
    ///
    /// At most 30 characters.
    pub total: String,
    /// How it was paid.
    pub paid_with: PaidWith,
    /// The text of the card.
    ///
    /// At most 280 characters. Personal data; redacted in logs.
    pub gift: Option<String>,
    /// When it was placed.
    pub placed_at: Timestamp,
}

impl fmt::Debug for OrderView {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("OrderView")
            .field("id", &self.id)
            .field("number", &self.number)
            .field("version", &self.version)
            .field("state", &self.state)
            .field("headline", &self.headline)
            .field("pieces", &self.pieces)
            .field("total", &self.total)
            .field("paid_with", &self.paid_with)
            .field("gift", &Redacted)
            .field("placed_at", &self.placed_at)
            .finish()
    }
}

static ORDER_VIEW_SHAPE: Shape = Shape::object("OrderView", &[
    Field::new("id", Shape::of::<OrderId>()),
    Field::new("number", Shape::of::<OrderNumber>()),
    Field::new("version", Shape::of::<Revision>()),
    Field::new("state", Shape::of::<OrderState>()),
    Field::new("headline", Shape::string().max_length(160)),
    Field::new("pieces", Shape::int64().minimum(1)),
    Field::new("total", Shape::string().max_length(30)),
    Field::new("paidWith", Shape::of::<PaidWith>()),
    Field::new("gift", Shape::string().max_length(280).nullable())
        .classified(Classification::Personal),
    Field::new("placedAt", Shape::timestamp()),
]);

impl Shaped for OrderView {
    fn shape() -> &'static Shape {
        &ORDER_VIEW_SHAPE
    }
}

/// The form behind the button "Cancel".
#[derive(Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct CancelForm {
    /// In the customer's own words.
    ///
    /// At most 500 characters. Personal data; redacted in logs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

impl fmt::Debug for CancelForm {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("CancelForm").field("why", &Redacted).finish()
    }
}

impl Shaped for CancelForm {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("CancelForm", &[
            Field::new("why", Shape::string().max_length(500))
                .optional()
                .classified(Classification::Personal),
        ]);
        &SHAPE
    }
}

/// Where the parcels of an order are.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Tracking {
    /// Where the order stands.
    pub state: OrderState,
    /// The parcels.
    ///
    /// At most 50 items.
    pub parcels: Vec<ParcelView>,
}

impl Shaped for Tracking {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Tracking", &[
            Field::new("state", Shape::of::<OrderState>()),
            Field::new("parcels", Shape::list(&Shape::of::<ParcelView>()).max_items(50)),
        ]);
        &SHAPE
    }
}

/// One parcel.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ParcelView {
    /// Who carries it; show it as it is, new ones come.
    ///
    /// 1 to 40 characters.
    pub carrier: String,
    /// The carrier's number.
    ///
    /// 1 to 40 characters.
    pub number: String,
    /// Where it was seen last.
    ///
    /// At most 160 characters.
    pub where_: String,
    /// The day of delivery, null while nobody knows.
    pub expected_on: Option<Date>,
    /// Where to follow it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
}

impl Shaped for ParcelView {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("ParcelView", &[
            Field::new("carrier", Shape::string().min_length(1).max_length(40)),
            Field::new("number", Shape::string().min_length(1).max_length(40)),
            Field::new("where", Shape::string().max_length(160)),
            Field::new("expectedOn", Shape::date().nullable()),
            Field::new("page", Shape::uri()).optional(),
        ]);
        &SHAPE
    }
}
