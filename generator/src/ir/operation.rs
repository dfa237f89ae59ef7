//! Operations of an API.

use super::api::Deprecation;
use super::place::Place;
use super::types::{Classification, Constraints, Docs, TypeRef};
use super::value::Value;

/// One operation: a method and a path, what it takes and what it answers.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Operation {
    /// Its name in camelCase, unique in its API (`OpenAPI`'s `operationId`).
    pub id: String,
    /// HTTP method.
    pub method: HttpMethod,
    /// Path below the version prefix, never empty; `/v<major>` is not part of it.
    pub path: Vec<PathSegment>,
    /// One line in the imperative.
    pub summary: String,
    /// What people should know of it.
    pub docs: Docs,
    /// Path, query and header parameters, in that order, each group in the order written (path: in path order).
    /// `Idempotency-Key`, `If-Match`, `If-None-Match`, `limit` and `cursor` are not among them.
    pub parameters: Vec<Parameter>,
    /// The request body; its object is closed.
    pub request: Option<TypeRef>,
    /// Successful answers by ascending status, at least one, 200 to 399.
    pub responses: Vec<Response>,
    /// Names of the problem types it declares, in the order written; keys of the API's `errors`.
    pub errors: Vec<String>,
    /// OAuth 2 scopes a caller needs.
    pub scopes: Vec<String>,
    /// Whether anyone may call it without a token.
    pub public: bool,
    /// What makes a repeated request safe.
    pub idempotency: Idempotency,
    /// Set when the answer is one page of a list.
    pub page: Option<Paging>,
    /// Field of the response body that carries the entity's version, the source of the `ETag`.
    pub etag: Option<String>,
    /// Whether a caller must or may say which version it changes.
    pub if_match: IfMatch,
    /// How long an answer may take.
    pub timeout: Duration,
    /// How a client tries again.
    pub retry: Option<Retry>,
    /// How many requests are let through.
    pub rate_limit: Option<RateLimit>,
    /// Set when the operation, or the whole API, is on its way out.
    pub deprecation: Option<Deprecation>,
    /// Events it publishes (services only).
    pub emits: Vec<super::event::Emission>,
    /// Where it was declared.
    pub place: Place,
}

/// HTTP methods of the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HttpMethod {
    /// Safe read.
    Get,
    /// Create or act.
    Post,
    /// Replace.
    Put,
    /// Change in part.
    Patch,
    /// Remove.
    Delete,
}

/// One segment of a path.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PathSegment {
    /// Fixed text.
    Literal(String),
    /// `{name}`: a parameter that fills the segment.
    Parameter(String),
}

/// A path, query or header parameter.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Parameter {
    /// Where it travels.
    pub location: ParameterIn,
    /// Its name on the wire.
    pub name: String,
    /// A scalar, or (query only) a list of scalars sent as repeated pairs.
    pub ty: TypeRef,
    /// Whether it must be present; always so in a path.
    pub required: bool,
    /// The value the server assumes when it is absent.
    pub default: Option<Value>,
    /// What its value must satisfy.
    pub constraints: Constraints,
    /// How sensitive its value is.
    pub classification: Classification,
    /// What people should know of it.
    pub docs: Docs,
    /// Example values, each already checked against the type.
    pub examples: Vec<Value>,
    /// Where it was declared.
    pub place: Place,
}

/// Where a parameter travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ParameterIn {
    /// A path segment.
    Path,
    /// The query string.
    Query,
    /// A header field.
    Header,
}

/// One successful answer.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Response {
    /// HTTP status.
    pub status: u16,
    /// The body, absent for 204, 205 and 304. For a paged operation, the list that is wrapped.
    pub body: Option<TypeRef>,
    /// What people should know of it; empty for the reason phrase.
    pub description: String,
    /// Absolute path of what was created, `{name}` standing for a field of the body or, failing that, a path
    /// parameter of the request. Starts with the version prefix.
    pub location: Option<String>,
    /// Further header fields.
    pub headers: Vec<Header>,
    /// Where it was declared.
    pub place: Place,
}

/// A header field of a response, filled by the handler.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Header {
    /// Field name as written.
    pub name: String,
    /// A scalar.
    pub ty: TypeRef,
    /// Whether it is always sent.
    pub required: bool,
    /// What its value satisfies.
    pub constraints: Constraints,
    /// How sensitive its value is.
    pub classification: Classification,
    /// What people should know of it.
    pub docs: Docs,
    /// Example values, each already checked against the type.
    pub examples: Vec<Value>,
}

/// What makes a repeated request safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Idempotency {
    /// The method itself: GET, PUT, DELETE.
    Natural,
    /// `Idempotency-Key` must be sent.
    Required,
    /// `Idempotency-Key` may be sent.
    Optional,
    /// Nothing: the request is never retried.
    None,
}

/// How a list is cut into pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Paging {
    /// Items on a page when the caller does not say.
    pub default_limit: u32,
    /// Greatest number of items on a page.
    pub max_limit: u32,
}

/// Whether a caller says which version of an entity it changes (RFC 9110 §13.1.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum IfMatch {
    /// The header has no meaning here.
    #[default]
    Ignored,
    /// A request without it is taken, one with it is checked.
    Optional,
    /// A request without it is refused with 428.
    Required,
}

/// A span of time in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Duration {
    /// Milliseconds.
    pub millis: u64,
}

/// How a failed call or delivery is tried again: exponential backoff with full jitter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Retry {
    /// Attempts in all, the first included; 1 or greater.
    pub attempts: u32,
    /// Upper bound of the first wait.
    pub base: Duration,
    /// Upper bound of any wait.
    pub cap: Duration,
    /// Retries per hundred first attempts, 0 to 100.
    pub budget_percent: u32,
}

/// How many requests are let through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RateLimit {
    /// Requests per window.
    pub requests: u32,
    /// The window.
    pub per: Duration,
    /// What is counted together.
    pub by: RateLimitBy,
}

/// What a rate limit counts together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RateLimitBy {
    /// Each client application.
    Client,
    /// Each subject of a token.
    Subject,
    /// Everyone.
    All,
}
