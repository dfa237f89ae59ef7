// @generated from specs/apis/experience/customer-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! Types local to the Customer Experience API.

use std::collections::BTreeMap;
use std::fmt;

use retail_models::common::{Country, Language, Revision};
use retail_models::customer::CustomerId;
use retail_models::order::OrderNumber;
use serde::{Deserialize, Serialize, Serializer};
use tiebeam::shape::{Classification, Field, Shape, Shaped};
use tiebeam::types::Date;
use tiebeam::{Patch, Redacted, patch};

/// The form behind the button "Become a customer".
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SignUp {
    /// Full name.
    ///
    /// 1 to 120 characters. Personal data; redacted in logs.
    pub name: String,
    /// To log in with.
    ///
    /// At most 254 characters. Personal data; redacted in logs.
    pub email: String,
    /// For the birthday voucher.
    ///
    /// Personal data; redacted in logs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<Date>,
    /// Where parcels go.
    pub address: PostalAddress,
    /// The language of the shop.
    ///
    /// `en` when absent.
    #[serde(default = "SignUp::default_language")]
    pub language: Language,
    /// The check box below the form.
    ///
    /// `false` when absent.
    #[serde(default)]
    pub newsletter: bool,
}

impl SignUp {
    fn default_language() -> Language {
        Language(String::from("en"))
    }
}

impl fmt::Debug for SignUp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("SignUp")
            .field("name", &Redacted)
            .field("email", &Redacted)
            .field("birth_date", &Redacted)
            .field("address", &self.address)
            .field("language", &self.language)
            .field("newsletter", &self.newsletter)
            .finish()
    }
}

impl Shaped for SignUp {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("SignUp", &[
            Field::new("name", Shape::string().min_length(1).max_length(120))
                .classified(Classification::Personal),
            Field::new("email", Shape::email().max_length(254))
                .classified(Classification::Personal),
            Field::new("birthDate", Shape::date()).optional().classified(Classification::Personal),
            Field::new("address", Shape::of::<PostalAddress>()),
            Field::new("language", Shape::of::<Language>()).optional(),
            Field::new("newsletter", Shape::boolean()).optional(),
        ]);
        &SHAPE
    }
}

/// An address as the form has it.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PostalAddress {
    /// Street and house number.
    ///
    /// 1 to 120 characters. Personal data; redacted in logs.
    pub street: String,
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

impl fmt::Debug for PostalAddress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("PostalAddress")
            .field("street", &Redacted)
            .field("city", &Redacted)
            .field("postal_code", &Redacted)
            .field("country", &self.country)
            .finish()
    }
}

impl Shaped for PostalAddress {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("PostalAddress", &[
            Field::new("street", Shape::string().min_length(1).max_length(120))
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

/// What changes in [`PostalAddress`]: a field that is absent stays as it is.
#[derive(Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PostalAddressPatch {
    /// Street and house number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub street: Option<String>,
    /// Town or city.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// The postal code, where there is one.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub postal_code: Patch<String>,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
}

impl PostalAddressPatch {
    /// Applies the patch (RFC 7396).
    pub fn apply(self, postal_address: &mut PostalAddress) {
        if let Some(value) = self.street {
            postal_address.street = value;
        }
        if let Some(value) = self.city {
            postal_address.city = value;
        }
        self.postal_code.apply_to(&mut postal_address.postal_code);
        if let Some(value) = self.country {
            postal_address.country = value;
        }
    }
}

impl fmt::Debug for PostalAddressPatch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("PostalAddressPatch")
            .field("street", &Redacted)
            .field("city", &Redacted)
            .field("postal_code", &Redacted)
            .field("country", &self.country)
            .finish()
    }
}

impl Shaped for PostalAddressPatch {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("PostalAddressPatch", &[
            Field::new("street", Shape::string().min_length(1).max_length(120))
                .optional()
                .classified(Classification::Personal),
            Field::new("city", Shape::string().min_length(1).max_length(80))
                .optional()
                .classified(Classification::Personal),
            Field::new("postalCode", Shape::string().max_length(12).nullable())
                .optional()
                .classified(Classification::Personal),
            Field::new("country", Shape::of::<Country>()).optional(),
        ]);
        &SHAPE
    }
}

/// What the settings page can change.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Settings {
    /// Full name.
    ///
    /// 1 to 120 characters. Personal data; redacted in logs.
    pub name: String,
    /// How we say hello: absent when we never asked, null when the full name is wanted.
    ///
    /// At most 60 characters. Personal data; redacted in logs.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub nickname: Patch<String>,
    /// To log in with.
    ///
    /// At most 254 characters. Personal data; redacted in logs.
    pub email: String,
    /// Where parcels go.
    pub address: PostalAddress,
    /// The language of the shop.
    pub language: Language,
    /// Whether the newsletter is sent.
    pub newsletter: bool,
    /// Free settings of the shop, by name.
    ///
    /// At most 50 entries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preferences: Option<BTreeMap<String, String>>,
}

impl fmt::Debug for Settings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Settings")
            .field("name", &Redacted)
            .field("nickname", &Redacted)
            .field("email", &Redacted)
            .field("address", &self.address)
            .field("language", &self.language)
            .field("newsletter", &self.newsletter)
            .field("preferences", &self.preferences)
            .finish()
    }
}

impl Shaped for Settings {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Settings", &[
            Field::new("name", Shape::string().min_length(1).max_length(120))
                .classified(Classification::Personal),
            Field::new("nickname", Shape::string().max_length(60).nullable())
                .optional()
                .classified(Classification::Personal),
            Field::new("email", Shape::email().max_length(254))
                .classified(Classification::Personal),
            Field::new("address", Shape::of::<PostalAddress>()),
            Field::new("language", Shape::of::<Language>()),
            Field::new("newsletter", Shape::boolean()),
            Field::new("preferences", Shape::map(&Shape::string()).max_items(50)).optional(),
        ]);
        &SHAPE
    }
}

/// What changes in [`Settings`]: a field that is absent stays as it is.
#[derive(Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct SettingsPatch {
    /// Full name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How we say hello: absent when we never asked, null when the full name is wanted.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub nickname: Patch<String>,
    /// To log in with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Where parcels go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<PostalAddressPatch>,
    /// The language of the shop.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Whether the newsletter is sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newsletter: Option<bool>,
    /// Free settings of the shop, by name.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub preferences: Patch<BTreeMap<String, Patch<String>>>,
}

impl SettingsPatch {
    /// Applies the patch (RFC 7396).
    pub fn apply(self, settings: &mut Settings) {
        if let Some(value) = self.name {
            settings.name = value;
        }
        self.nickname.apply_to(&mut settings.nickname);
        if let Some(value) = self.email {
            settings.email = value;
        }
        if let Some(value) = self.address {
            value.apply(&mut settings.address);
        }
        if let Some(value) = self.language {
            settings.language = value;
        }
        if let Some(value) = self.newsletter {
            settings.newsletter = value;
        }
        patch::merge_optional_map(self.preferences, &mut settings.preferences);
    }
}

impl fmt::Debug for SettingsPatch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("SettingsPatch")
            .field("name", &Redacted)
            .field("nickname", &Redacted)
            .field("email", &Redacted)
            .field("address", &self.address)
            .field("language", &self.language)
            .field("newsletter", &self.newsletter)
            .field("preferences", &self.preferences)
            .finish()
    }
}

impl Shaped for SettingsPatch {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("SettingsPatch", &[
            Field::new("name", Shape::string().min_length(1).max_length(120))
                .optional()
                .classified(Classification::Personal),
            Field::new("nickname", Shape::string().max_length(60).nullable())
                .optional()
                .classified(Classification::Personal),
            Field::new("email", Shape::email().max_length(254))
                .optional()
                .classified(Classification::Personal),
            Field::new("address", Shape::of::<PostalAddressPatch>()).optional(),
            Field::new("language", Shape::of::<Language>()).optional(),
            Field::new("newsletter", Shape::boolean()).optional(),
            Field::new("preferences", Shape::map(&Shape::string().nullable()).nullable())
                .optional(),
        ]);
        &SHAPE
    }
}

/// An account as the shop shows it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Account {
    /// Identifies it.
    pub id: CustomerId,
    /// Grows with every change.
    pub version: Revision,
    /// Whether it can be used.
    pub state: AccountState,
    /// Level in the loyalty program.
    pub level: MemberLevel,
    /// What can be changed.
    pub settings: Settings,
    /// The day on which it was opened.
    pub member_since: Date,
}

impl Shaped for Account {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Account", &[
            Field::new("id", Shape::of::<CustomerId>()),
            Field::new("version", Shape::of::<Revision>()),
            Field::new("state", Shape::of::<AccountState>()),
            Field::new("level", Shape::of::<MemberLevel>()),
            Field::new("settings", Shape::of::<Settings>()),
            Field::new("memberSince", Shape::date()),
        ]);
        &SHAPE
    }
}

/// Whether an account can be used.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "String")]
pub enum AccountState {
    /// `active`.
    Active,
    /// `suspended`.
    Suspended,
    /// `closed`.
    Closed,
    /// A value this version does not know; it survives a round trip.
    Unknown(String),
}

impl AccountState {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Closed => "closed",
            Self::Unknown(value) => value,
        }
    }
}

impl From<String> for AccountState {
    fn from(value: String) -> Self {
        match value.as_str() {
            "active" => Self::Active,
            "suspended" => Self::Suspended,
            "closed" => Self::Closed,
            _ => Self::Unknown(value),
        }
    }
}

impl From<&str> for AccountState {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl AsRef<str> for AccountState {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Serialize for AccountState {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for AccountState {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Shaped for AccountState {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::enumeration("AccountState", &["active", "suspended", "closed"]);
        &SHAPE
    }
}

/// Level in the loyalty program.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "String")]
pub enum MemberLevel {
    /// `standard`.
    Standard,
    /// `silver`.
    Silver,
    /// `gold`.
    Gold,
    /// `platinum`.
    Platinum,
    /// A value this version does not know; it survives a round trip.
    Unknown(String),
}

impl MemberLevel {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Standard => "standard",
            Self::Silver => "silver",
            Self::Gold => "gold",
            Self::Platinum => "platinum",
            Self::Unknown(value) => value,
        }
    }
}

impl From<String> for MemberLevel {
    fn from(value: String) -> Self {
        match value.as_str() {
            "standard" => Self::Standard,
            "silver" => Self::Silver,
            "gold" => Self::Gold,
            "platinum" => Self::Platinum,
            _ => Self::Unknown(value),
        }
    }
}

impl From<&str> for MemberLevel {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl AsRef<str> for MemberLevel {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Serialize for MemberLevel {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for MemberLevel {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Shaped for MemberLevel {
    fn shape() -> &'static Shape {
        static SHAPE: Shape =
            Shape::enumeration("MemberLevel", &["standard", "silver", "gold", "platinum"]);
        &SHAPE
    }
}

/// The first page after the login.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Dashboard {
    /// How to say hello, in the customer's language.
    ///
    /// At most 140 characters.
    pub greeting: String,
    /// The account.
    pub account: Account,
    /// The latest orders, the newest first.
    ///
    /// At most 10 items.
    pub latest_orders: Vec<OrderTeaser>,
    /// Whether there are more than these.
    pub more_orders: bool,
}

impl Shaped for Dashboard {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Dashboard", &[
            Field::new("greeting", Shape::string().max_length(140)),
            Field::new("account", Shape::of::<Account>()),
            Field::new("latestOrders", Shape::list(&Shape::of::<OrderTeaser>()).max_items(10)),
            Field::new("moreOrders", Shape::boolean()),
        ]);
        &SHAPE
    }
}

/// One line of the list of orders.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OrderTeaser {
    /// What people call it.
    pub number: OrderNumber,
    /// The day on which it was placed.
    pub placed_on: Date,
    /// What it is about, in a few words.
    ///
    /// At most 160 characters.
    pub title: String,
    /// What it costs, ready to show.
    ///
    /// At most 30 characters.
    pub total: String,
    /// Where it stands.
    ///
    /// At most 40 characters.
    pub state: String,
}

impl Shaped for OrderTeaser {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("OrderTeaser", &[
            Field::new("number", Shape::of::<OrderNumber>()),
            Field::new("placedOn", Shape::date()),
            Field::new("title", Shape::string().max_length(160)),
            Field::new("total", Shape::string().max_length(30)),
            Field::new("state", Shape::string().max_length(40)),
        ]);
        &SHAPE
    }
}
