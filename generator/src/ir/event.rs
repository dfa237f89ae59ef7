//! Events and the services that publish and consume them.

use super::api::Api;
use super::operation::{Duration, Retry};
use super::place::Place;
use super::types::{Docs, Field};
use super::value::Value;

/// Names an event and one of its major versions.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EventRef {
    /// The domain that owns it.
    pub domain: String,
    /// Its name in `PascalCase`.
    pub name: String,
    /// Major version, 1 or greater.
    pub major: u32,
}

impl std::fmt::Display for EventRef {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}.{}@{}", self.domain, self.name, self.major)
    }
}

/// A fact that is published.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Event {
    /// Its identity.
    pub id: EventRef,
    /// Full semantic version.
    pub version: String,
    /// The team that answers for it.
    pub owner: String,
    /// What kind of fact it is.
    pub class: EventClass,
    /// `<domain>.<event-name>.v<major>`.
    pub topic: String,
    /// What `CloudEvents` call its type: reverse DNS name of the platform, domain, name and major version.
    pub ty: String,
    /// Names the schema of exactly this version: an absolute URI.
    pub schema_uri: String,
    /// The field of `data` that partitions and orders, where one was named.
    pub key: Option<String>,
    /// What a new version promises the old ones.
    pub compatibility: Compatibility,
    /// How long the bus keeps it.
    pub retention: Option<Duration>,
    /// The payload.
    pub data: Vec<Field>,
    /// What people should know of it.
    pub docs: Docs,
    /// Example payloads, each already checked.
    pub examples: Vec<Value>,
    /// What the events of its document are about, in Markdown; empty where nobody said.
    pub about: String,
    /// Where it was declared.
    pub place: Place,
}

/// What kind of fact an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EventClass {
    /// A business fact.
    Domain,
    /// Cross-system synchronisation.
    Integration,
    /// A fact about the platform itself.
    Platform,
}

/// What a new version of an event promises (Confluent's vocabulary).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Compatibility {
    /// Nothing.
    None,
    /// New readers read the latest old data.
    Backward,
    /// New readers read all old data.
    BackwardTransitive,
    /// The latest old readers read new data.
    Forward,
    /// All old readers read new data.
    ForwardTransitive,
    /// Both, against the latest version.
    Full,
    /// Both, against all versions.
    FullTransitive,
}

/// A domain service: a contract, what it publishes and what it consumes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Service {
    /// Its synchronous contract, of tier `Service`.
    pub contract: Api,
    /// Events it publishes, sorted.
    pub publishes: Vec<EventRef>,
    /// Events it consumes, sorted by event.
    pub subscribes: Vec<Subscription>,
}

/// An event that an operation or a handler publishes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Emission {
    /// Which event.
    pub event: EventRef,
    /// Whether it must be published for the work to succeed; it may be otherwise.
    pub is_mandatory: bool,
}

/// `order.OrderCreated@1`, with a `?` where it need not be published.
impl std::fmt::Display for Emission {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}{}", self.event, if self.is_mandatory { "" } else { "?" })
    }
}

/// One event that a service consumes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Subscription {
    /// What is consumed.
    pub event: EventRef,
    /// Name of the handler in camelCase.
    pub handler: String,
    /// Whether events of one key are handled in order.
    pub ordered: bool,
    /// How a failed delivery is tried again.
    pub retry: Retry,
    /// What becomes of an event that cannot be handled.
    pub on_failure: OnFailure,
    /// What the handler calls: aliases of the service's contract, sorted.
    pub calls: Vec<String>,
    /// Events that the handler publishes.
    pub emits: Vec<Emission>,
    /// Where it was declared.
    pub place: Place,
}

/// What becomes of an event that cannot be handled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OnFailure {
    /// It is kept for an operator, and its key goes on (unordered) or waits (ordered).
    DeadLetter,
    /// It is counted and dropped.
    Skip,
}
