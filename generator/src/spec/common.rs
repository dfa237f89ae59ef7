//! Pieces that several kinds of documents share.

use super::words;
use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

/// A mapping in the order written that refuses duplicate keys.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Map<T>(pub IndexMap<String, T>);

/// Any YAML value: an example, a default, a piece of `meta`.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// `null` or `~`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as its text.
    Number(String),
    /// A string.
    String(String),
    /// A sequence.
    List(Vec<Literal>),
    /// A mapping.
    Map(Map<Literal>),
}

/// How sensitive a value is; logs and documents redact `personal`, `payment` and `secret` values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Classification {
    /// May be seen by anyone.
    Public,
    /// Stays inside the enterprise; the default.
    Internal,
    /// Says something about a person.
    Personal,
    /// Part of a payment instrument.
    Payment,
    /// A credential.
    Secret,
}

/// That an element should no longer be used: `true`, or the reason in a sentence.
#[derive(Debug, Clone, PartialEq)]
pub enum Deprecation {
    /// `deprecated: true` or `deprecated: false`.
    Flag(bool),
    /// `deprecated: Use `postalCode` instead.`
    Reason(String),
}

/// The end of life of an API version or an operation (RFC 9745, RFC 8594).
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Lifecycle {
    /// The day it becomes deprecated, `2026-11-22`.
    pub since: String,
    /// The day it stops answering; never before `since`.
    pub sunset: Option<String>,
    /// What to use instead, for example `order-process@2`.
    pub successor: Option<String>,
    /// Why, in Markdown.
    pub reason: Option<String>,
}

/// A field: the short form is a type, the long form a mapping with `type:`.
#[derive(Debug, Clone, PartialEq)]
pub enum Field {
    /// `quantity: int32`.
    Short(String),
    /// `quantity: { type: int32, minimum: 1 }`.
    Long(Box<FieldLong>),
}

/// A field in its long form.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FieldLong {
    /// The type: built in, named, `T[]`, `map<T>`, `patch<T>`, `T | null`.
    #[serde(rename = "type")]
    pub ty: String,
    /// What the field means, in Markdown.
    pub description: Option<String>,
    /// Least number of Unicode code points.
    pub min_length: Option<u64>,
    /// Greatest number of Unicode code points.
    pub max_length: Option<u64>,
    /// ECMA-262 regular expression, unanchored.
    pub pattern: Option<String>,
    /// Least value.
    #[serde(default, deserialize_with = "words::read_bound")]
    #[schemars(with = "words::Bound")]
    pub minimum: Option<Literal>,
    /// Greatest value.
    #[serde(default, deserialize_with = "words::read_bound")]
    #[schemars(with = "words::Bound")]
    pub maximum: Option<Literal>,
    /// Every value is greater than this.
    #[serde(default, deserialize_with = "words::read_bound")]
    #[schemars(with = "words::Bound")]
    pub exclusive_minimum: Option<Literal>,
    /// Every value is less than this.
    #[serde(default, deserialize_with = "words::read_bound")]
    #[schemars(with = "words::Bound")]
    pub exclusive_maximum: Option<Literal>,
    /// Every value is a multiple of this.
    #[serde(default, deserialize_with = "words::read_bound")]
    #[schemars(with = "words::Bound")]
    pub multiple_of: Option<Literal>,
    /// Least number of items or entries.
    pub min_items: Option<u64>,
    /// Greatest number of items or entries.
    pub max_items: Option<u64>,
    /// Whether the items must differ.
    pub unique_items: Option<bool>,
    /// The value assumed when the field is absent.
    #[serde(default, deserialize_with = "words::read_present")]
    pub default: Option<Literal>,
    /// Values worth showing, checked against the type.
    pub examples: Option<Vec<Literal>>,
    /// Whether it should no longer be used, and why.
    pub deprecated: Option<Deprecation>,
    /// How sensitive the value is.
    pub classification: Option<Classification>,
    /// Free map, carried to the documents.
    pub meta: Option<Map<Literal>>,
}

/// What makes a repeated request safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Idempotency {
    /// `Idempotency-Key` must be sent.
    Required,
    /// `Idempotency-Key` may be sent.
    Optional,
    /// The method itself: GET, PUT, DELETE.
    Natural,
    /// Nothing; the request is never retried.
    None,
}

/// Whether a caller says which version of an entity it changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum IfMatch {
    /// A request without `If-Match` is refused with 428.
    Required,
    /// A request without `If-Match` is taken.
    Optional,
}

/// How a list is cut into pages: `cursor`, or a mapping with limits.
#[derive(Debug, Clone, PartialEq)]
pub enum Page {
    /// `page: cursor`: 20 items unless asked, 100 at most.
    Cursor,
    /// `page: { default: 50, max: 200 }`.
    Limits {
        /// Items on a page when the caller does not say.
        default: u32,
        /// Greatest number of items on a page.
        max: u32,
    },
}

/// How a failed call or delivery is tried again: exponential backoff with full jitter.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Retry {
    /// Attempts in all, the first included.
    pub attempts: u32,
    /// Upper bound of the first wait, for example `50ms`.
    pub base: Option<String>,
    /// Upper bound of any wait, for example `1s`.
    pub cap: Option<String>,
    /// Retries as a share of first attempts, for example `20%`.
    pub budget: Option<String>,
}

/// How many requests are let through.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RateLimit {
    /// Requests per window.
    pub requests: u32,
    /// The window, for example `1s`.
    pub per: String,
    /// What is counted together: `client` (the default), `subject` or `all`.
    #[serde(default, deserialize_with = "words::read_some::<words::CountedBy, _>")]
    #[schemars(with = "words::Word<words::CountedBy>")]
    pub by: Option<String>,
}
