//! APIs and the contracts of services.

use std::collections::BTreeMap;

use super::operation::Operation;
use super::place::Place;
use super::types::{Docs, Field, Type};

/// Names an API or a service and one of its major versions, for example `order-process@1`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ApiId {
    /// Kebab-case name.
    pub name: String,
    /// Major version, 1 or greater.
    pub major: u32,
}

impl std::fmt::Display for ApiId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}@{}", self.name, self.major)
    }
}

/// Where a contract stands; each may call only tiers below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tier {
    /// Tailored to a channel; calls process APIs.
    Experience,
    /// Holds the business logic; calls system APIs and domain services.
    Process,
    /// The stable interface to one system of record.
    System,
    /// A domain service: owns its data, publishes and consumes events.
    Service,
}

/// One major version of an API, or of a service's synchronous contract.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Api {
    /// Its identity.
    pub id: ApiId,
    /// What people call it, for example `Order Process API`.
    pub title: String,
    /// Its tier.
    pub tier: Tier,
    /// Full semantic version, for example `1.2.0`.
    pub version: String,
    /// The domain it belongs to.
    pub domain: String,
    /// The team that answers for it.
    pub owner: String,
    /// How to reach the owner, where written.
    pub contact: Option<Contact>,
    /// The channel an experience API serves.
    pub channel: Option<String>,
    /// What people should know of it.
    pub docs: Docs,
    /// Set when the whole version is on its way out.
    pub deprecation: Option<Deprecation>,
    /// What it may call, by the alias it gives each.
    pub uses: BTreeMap<String, Dependency>,
    /// The problem types its operations answer with, by name; built-in ones only where used.
    pub errors: BTreeMap<String, ErrorType>,
    /// Its operations, in the order written.
    pub operations: Vec<Operation>,
    /// The types local to it, in the order written.
    pub types: Vec<Type>,
    /// Where it was declared; the document names the file that generated code refers to.
    pub place: Place,
}

/// Something an API may call.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Dependency {
    /// What is called.
    pub target: ApiId,
    /// The tier of what is called.
    pub tier: Tier,
    /// Where it was declared.
    pub place: Place,
}

/// The end of life of an API version or an operation (RFC 9745, RFC 8594).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Deprecation {
    /// Since when, seconds since the Unix epoch (the `Deprecation` header's date).
    pub since: i64,
    /// When it stops answering, seconds since the Unix epoch; never before `since`.
    pub sunset: Option<i64>,
    /// What to use instead.
    pub successor: Option<ApiId>,
    /// Why, in Markdown.
    pub reason: Option<String>,
}

/// A problem type (RFC 9457).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ErrorType {
    /// Its name in `PascalCase`.
    pub name: String,
    /// Absolute URI that identifies it.
    pub uri: String,
    /// Stable code, kebab-case.
    pub code: String,
    /// Short summary, the same for every occurrence.
    pub title: String,
    /// HTTP status, 400 to 599.
    pub status: u16,
    /// What people should know of it.
    pub docs: Docs,
    /// Extension members of the problem document.
    pub detail: Vec<Field>,
    /// Who declared it.
    pub origin: ErrorOrigin,
    /// Where it was declared.
    pub place: Place,
}

/// Who declared a problem type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ErrorOrigin {
    /// Written under `errors:`.
    Declared,
    /// Known to the language: `NotFound`, `Conflict`, `Forbidden`, `Gone`.
    Builtin,
}

/// How to reach whoever answers for a contract.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Contact {
    /// An e-mail address.
    Email(String),
    /// An absolute URI.
    Uri(String),
    /// Anything else: a room, a telephone number.
    Words(String),
}

impl Contact {
    /// The contact as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Email(text) | Self::Uri(text) | Self::Words(text) => text,
        }
    }
}
