//! What an API is, for whoever serves, lists or checks it.

/// The identity and the documents of one major version of an API.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Api {
    /// Kebab-case name.
    pub name: &'static str,
    /// The name for people.
    pub title: &'static str,
    /// Full semantic version.
    pub version: &'static str,
    /// Major version, served under `/v<major>`.
    pub major: u32,
    /// Where it stands.
    pub tier: Tier,
    /// Digest of its meaning.
    pub digest: &'static str,
    /// Its `OpenAPI` document.
    pub openapi: &'static str,
    /// Its `AsyncAPI` document, where it is a service that sends or receives events.
    pub asyncapi: Option<&'static str>,
}

/// Where a contract stands; each may call only tiers below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tier {
    /// Tailored to a channel.
    Experience,
    /// Holds the business logic.
    Process,
    /// The stable interface to one system of record.
    System,
    /// A domain service: owns its data, publishes and consumes events.
    Service,
}
