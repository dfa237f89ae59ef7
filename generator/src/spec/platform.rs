//! `kind: Platform`: the platform itself, one document.

use schemars::JsonSchema;
use serde::Deserialize;

use super::common::{Literal, Map};
use super::words;

/// The platform: exactly one document.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Platform {
    /// `Platform`.
    pub kind: String,
    /// Kebab-case name.
    pub name: String,
    /// What the platform is, in Markdown.
    pub description: Option<String>,
    /// Absolute `https` URI under which problem types are named, for example `https://acme.example/problems/`.
    pub problems: String,
    /// Regions, by name.
    pub regions: Option<Map<Region>>,
    /// How requests find a region.
    pub routing: Option<Routing>,
    /// The event bus, embedded or NATS.
    pub bus: Option<Bus>,
    /// Who issues tokens, and how services trust each other.
    pub security: Option<Security>,
    /// Rules and their severities.
    pub governance: Option<Governance>,
    /// Where generated code goes, and how its crates are called.
    pub generate: Generate,
    /// Free map, carried to the documents.
    pub meta: Option<Map<Literal>>,
}

/// One region.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Region {
    /// What it is, in Markdown.
    pub description: Option<String>,
    /// Where it is, for people.
    pub location: Option<String>,
}

/// How requests find a region.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Routing {
    /// `active-active` or `active-passive`.
    #[serde(deserialize_with = "words::read::<words::Strategy, _>")]
    #[schemars(with = "words::Word<words::Strategy>")]
    pub strategy: String,
    /// What is preferred: `local`.
    #[serde(default, deserialize_with = "words::read_some::<words::Preference, _>")]
    #[schemars(with = "words::Word<words::Preference>")]
    pub prefer: Option<String>,
    /// Where requests go when a region fails: `healthy`.
    #[serde(default, deserialize_with = "words::read_some::<words::Failover, _>")]
    #[schemars(with = "words::Word<words::Failover>")]
    pub failover: Option<String>,
}

/// The event bus: the embedded one, NATS `JetStream`, or both.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Bus {
    /// The event log in the store; takes no settings.
    pub embedded: Option<Embedded>,
    /// NATS `JetStream`.
    pub nats: Option<Nats>,
}

/// Settings of the embedded bus: none.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Embedded {}

/// Settings of NATS `JetStream`.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Nats {
    /// Copies of every stream, 1 to 5.
    pub replicas: Option<u32>,
}

/// Who issues tokens, and how services trust each other.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Security {
    /// Issuer of access tokens.
    pub issuer: String,
    /// Audience that access tokens must name.
    pub audience: Option<String>,
    /// `service-to-service` or `off`.
    #[serde(default, deserialize_with = "words::read_some::<words::MutualTls, _>")]
    #[schemars(with = "words::Word<words::MutualTls>")]
    pub mtls: Option<String>,
}

/// Rules and their severities.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Governance {
    /// How many majors of an API may be active.
    pub active_versions: Option<u32>,
    /// Least time between the announcement and the sunset, for example `90d`.
    pub deprecation_notice: Option<String>,
}

/// Where generated code goes, and how its crates are called.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Generate {
    /// Directory of the generated crates, relative to the directory of the specs.
    pub into: String,
    /// How crates are called.
    pub crates: Option<Crates>,
}

/// How generated crates are called.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Crates {
    /// Prefix of crates that carry no API's name: `retail` gives `retail-models`; the platform's name unless written.
    pub prefix: Option<String>,
}
