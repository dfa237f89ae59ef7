//! `kind: Service`: a domain service.

use schemars::JsonSchema;
use serde::Deserialize;

use super::api::{Defaults, ErrorDef, Operation};
use super::common::{Lifecycle, Literal, Map, Retry};
use super::models::TypeDef;
use super::words;

/// One major version of a domain service: an internal API that owns a store, publishes and subscribes.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Service {
    /// `Service`.
    pub kind: String,
    /// Kebab-case name; with the major version it is unique among APIs and services.
    pub name: String,
    /// What people call it, for example `CRM System API`; made of the name unless given.
    pub title: Option<String>,
    /// Semantic version; served under `/v<major>`.
    pub version: String,
    /// The domain it belongs to.
    pub domain: String,
    /// The team that answers for it.
    pub owner: String,
    /// How to reach the owner.
    pub contact: Option<String>,
    /// What it is for, in Markdown.
    pub description: String,
    /// The end of life of this major version.
    pub deprecated: Option<Lifecycle>,
    /// What its handlers may call in reaction to events: an alias and `name@major` each.
    pub uses: Option<Map<String>>,
    /// Events it publishes, `Name@major` of its own domain or `domain.Name@major`.
    pub publishes: Option<Vec<String>>,
    /// Events it consumes, by `domain.Name@major`.
    pub subscribes: Option<Map<Subscription>>,
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

/// One event that a service consumes.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Subscription {
    /// Name of the handler in camelCase.
    pub handler: String,
    /// `ordered` (by the event's key; the default where it has one) or `unordered`.
    #[serde(default, deserialize_with = "words::read_some::<words::Ordering, _>")]
    #[schemars(with = "words::Word<words::Ordering>")]
    pub ordering: Option<String>,
    /// How a failed delivery is tried again.
    pub retry: Option<Retry>,
    /// What becomes of an event that cannot be handled: `deadLetter` (the default) or `skip`.
    #[serde(default, deserialize_with = "words::read_some::<words::OnFailure, _>")]
    #[schemars(with = "words::Word<words::OnFailure>")]
    pub on_failure: Option<String>,
    /// What the handler calls before its effect: aliases under `uses:`. A handler without it calls nobody.
    pub calls: Option<Vec<String>>,
    /// Events that the handler publishes, in the transaction of its effect; `Name?` where it need not.
    pub emits: Option<Vec<String>>,
}
