//! The policies that hold for an operation, as data.

/// What makes a repeated request safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Idempotency {
    /// The method itself.
    Natural,
    /// `Idempotency-Key` must be sent.
    Required,
    /// `Idempotency-Key` may be sent.
    Optional,
    /// Nothing: a request that may have been carried out is never retried.
    None,
}

/// Whether a caller says which version of an entity it changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precondition {
    /// A request without `If-Match` is refused with 428.
    Required,
    /// A request without `If-Match` is taken.
    Optional,
}

/// How a list is cut into pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paging {
    /// Items on a page when the caller does not say.
    pub default_limit: u32,
    /// Greatest number of items on a page.
    pub max_limit: u32,
}

/// How a failed call is tried again: exponential backoff with full jitter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retry {
    /// Attempts in all, the first included.
    pub attempts: u32,
    /// Upper bound of the first wait.
    pub base_millis: u64,
    /// Upper bound of any wait.
    pub cap_millis: u64,
    /// Retries per hundred first attempts.
    pub budget_percent: u32,
}

/// How many requests are let through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RateLimit {
    /// Requests per window.
    pub requests: u32,
    /// The window.
    pub per_millis: u64,
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

/// The end of life of an operation (RFC 9745, RFC 8594).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deprecation {
    /// Since when, in seconds since the Unix epoch.
    pub since: i64,
    /// When it stops answering, in seconds since the Unix epoch.
    pub sunset: Option<i64>,
    /// What to use instead, for example `order-process@2`.
    pub successor: Option<&'static str>,
}
