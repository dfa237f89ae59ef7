//! `kind: Api`: an API of one of the three tiers.

use schemars::JsonSchema;
use serde::Deserialize;

use super::common::{
    Deprecation, Field, Idempotency, IfMatch, Lifecycle, Literal, Map, Page, RateLimit, Retry,
};
use super::models::TypeDef;

/// One major version of an API.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Api {
    /// `Api`.
    pub kind: String,
    /// Kebab-case name; with the major version it is unique among APIs and services.
    pub name: String,
    /// What people call it, for example `CRM System API`; made of the name unless given.
    pub title: Option<String>,
    /// Its tier.
    pub tier: Tier,
    /// Semantic version; served under `/v<major>`.
    pub version: String,
    /// The domain it belongs to.
    pub domain: String,
    /// The team that answers for it.
    pub owner: String,
    /// How to reach the owner.
    pub contact: Option<String>,
    /// The channel an experience API serves, for example `mobile`.
    pub channel: Option<String>,
    /// What it is for, in Markdown.
    pub description: String,
    /// The end of life of this major version.
    pub deprecated: Option<Lifecycle>,
    /// The only things it may call: an alias and `name@major` each.
    pub uses: Option<Map<String>>,
    /// Policies of every operation that has none of its own.
    pub defaults: Option<Defaults>,
    /// Problem types its operations answer with.
    pub errors: Option<Map<ErrorDef>>,
    /// Its operations, by name in camelCase.
    pub operations: Map<Operation>,
    /// Types local to it.
    pub types: Option<Map<TypeDef>>,
    /// Free map, carried to the documents.
    pub meta: Option<Map<Literal>>,
}

/// Where an API stands; each tier calls only those below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Tier {
    /// Tailored to a channel.
    Experience,
    /// Holds the business logic.
    Process,
    /// The stable interface to one system of record.
    System,
}

/// Policies of every operation that has none of its own.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Defaults {
    /// How long an answer may take, for example `2s`.
    pub timeout: Option<String>,
    /// How clients try again.
    pub retry: Option<Retry>,
    /// How many requests are let through.
    pub rate_limit: Option<RateLimit>,
    /// Scopes a caller needs.
    pub scopes: Option<Vec<String>>,
}

/// A problem type (RFC 9457).
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ErrorDef {
    /// HTTP status, 400 to 599.
    pub status: u16,
    /// Short summary; the name in words unless written.
    pub title: Option<String>,
    /// When it happens and what a caller can do, in Markdown.
    pub description: String,
    /// Extension members of the problem document.
    pub detail: Option<Map<Field>>,
    /// Whether it should no longer be used, and why.
    pub deprecated: Option<Deprecation>,
    /// Free map, carried to the documents.
    pub meta: Option<Map<Literal>>,
}

/// One operation.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Operation {
    /// Method and path below the version, for example `GET /orders/{orderId}`.
    pub http: String,
    /// One line in the imperative.
    pub summary: String,
    /// What it does, in Markdown.
    pub description: Option<String>,
    /// Scopes a caller needs.
    pub scopes: Option<Vec<String>>,
    /// Whether anyone may call it without a token.
    pub public: Option<bool>,
    /// What makes a repeated request safe; `natural` for GET, PUT and DELETE.
    pub idempotency: Option<Idempotency>,
    /// Types of the path's parameters; one named like its parameter need not be written.
    pub path: Option<Map<Field>>,
    /// Query parameters; a key that ends in `?` may be absent.
    pub query: Option<Map<Field>>,
    /// Header parameters, by field name.
    pub headers: Option<Map<Field>>,
    /// Type of the request body.
    pub request: Option<String>,
    /// Successful answers by status: a type, or a mapping; 204 takes `null` or a mapping.
    pub response: Map<ResponseDef>,
    /// Problem types it answers with: declared under `errors:`, or built in.
    pub errors: Option<Vec<String>>,
    /// How its list is cut into pages.
    pub page: Option<Page>,
    /// Field of the response body that carries the entity's version, the source of the `ETag`.
    pub etag: Option<String>,
    /// Whether a caller says which version of the entity it changes.
    pub if_match: Option<IfMatch>,
    /// How long an answer may take.
    pub timeout: Option<String>,
    /// How clients try again.
    pub retry: Option<Retry>,
    /// How many requests are let through.
    pub rate_limit: Option<RateLimit>,
    /// Its end of life.
    pub deprecated: Option<Lifecycle>,
    /// Events it publishes, in the transaction of its effect (services only); `Name?` where it need not.
    pub emits: Option<Vec<String>>,
    /// Free map, carried to the documents.
    pub meta: Option<Map<Literal>>,
}

/// One successful answer: `null` (no body), a type, or a mapping.
#[derive(Debug, Clone, PartialEq)]
pub enum ResponseDef {
    /// `204: null`.
    Empty,
    /// `201: Order`.
    Type(String),
    /// `201: { type: Order, location: "/orders/{id}" }`.
    Long(Box<ResponseLong>),
}

/// One successful answer in its long form.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ResponseLong {
    /// Type of the body; none for an empty answer.
    #[serde(rename = "type")]
    pub ty: Option<String>,
    /// When this answer is given, in Markdown.
    pub description: Option<String>,
    /// Path of what was created, below the version: `/orders/{id}`, `{id}` being a field of the body.
    /// Unless written, the `GET` of the same path followed by one parameter, where there is one.
    pub location: Option<String>,
    /// Further header fields, by name; a key that ends in `?` may be absent.
    pub headers: Option<Map<Field>>,
}
