//! What is known of an event, the same for every occurrence.

use std::fmt;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::shape::Shaped;

/// A fact that is published: the type of its data.
///
/// Generated for each event of the specs.
pub trait Event: Shaped + Serialize + DeserializeOwned + Send + Sync + 'static {
    /// The major version before this one, or [`First`](super::First) where none is known.
    type Earlier;

    /// What is known of all its occurrences.
    fn definition() -> &'static Definition;

    /// What this occurrence is ordered and partitioned by, where the spec names a key.
    fn key(&self) -> Option<String>;
}

/// What is known of an event, the same for every occurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Definition {
    /// The domain that owns it.
    pub domain: &'static str,
    /// Its name in `PascalCase`.
    pub name: &'static str,
    /// Its full semantic version.
    pub version: &'static str,
    /// `CloudEvents`' `type`: reverse DNS name of the platform, domain, name and major version.
    pub ty: &'static str,
    /// Where it is published: `<domain>.<event-name>.v<major>`.
    pub topic: &'static str,
    /// `CloudEvents`' `dataschema`: an absolute URI that ends in the full version.
    pub schema_uri: &'static str,
    /// The JSON Schema of its data (2020-12).
    pub schema: &'static str,
    /// What kind of fact it is.
    pub class: Class,
    /// Whether occurrences have a key, and an order among those that share it.
    pub is_keyed: bool,
    /// How long the bus keeps it, in seconds; nothing was said where it is `None`.
    pub retention_seconds: Option<u64>,
}

/// What kind of fact an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// A business fact.
    Domain,
    /// Cross-system synchronization.
    Integration,
    /// A fact about the platform itself.
    Platform,
}

/// The name and the version: `order.OrderCreated 1.2.0`.
impl fmt::Display for Definition {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{} {}", self.domain, self.name, self.version)
    }
}
