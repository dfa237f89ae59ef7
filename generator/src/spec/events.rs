//! `kind: Events`: the events of a domain.

use schemars::JsonSchema;
use serde::Deserialize;

use super::common::{Deprecation, Field, Literal, Map};
use super::words;

/// Events of one domain.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Events {
    /// `Events`.
    pub kind: String,
    /// The domain, in kebab-case.
    pub domain: String,
    /// The team that answers for the events.
    pub owner: String,
    /// What the events are about, in Markdown.
    pub description: Option<String>,
    /// Free map, carried to the documents.
    pub meta: Option<Map<Literal>>,
    /// The events, by name in `PascalCase` and the past tense.
    pub events: Map<Event>,
}

/// A fact that is published.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Event {
    /// Semantic version; its major is part of the topic.
    pub version: String,
    /// `domain`, `integration` or `platform`.
    #[serde(deserialize_with = "words::read::<words::EventClass, _>")]
    #[schemars(with = "words::Word<words::EventClass>")]
    pub class: String,
    /// What happened, in Markdown.
    pub description: String,
    /// The field of `data` that partitions and orders.
    pub key: Option<String>,
    /// `none`, `backward`, `forward` or `full`, each but the first also with `-transitive`.
    #[serde(default, deserialize_with = "words::read_some::<words::Compatibility, _>")]
    #[schemars(with = "words::Word<words::Compatibility>")]
    pub compatibility: Option<String>,
    /// How long the bus keeps it, for example `30d`.
    pub retention: Option<String>,
    /// The payload's fields.
    pub data: Map<Field>,
    /// Payloads worth showing, checked against `data`.
    pub examples: Option<Vec<Literal>>,
    /// Whether it should no longer be used, and why.
    pub deprecated: Option<Deprecation>,
    /// Free map, carried to the documents.
    pub meta: Option<Map<Literal>>,
}
