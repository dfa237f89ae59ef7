//! A kind of problem, and one occurrence of it.

use std::borrow::Cow;
use std::fmt;

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::shape::Violation;

/// A kind of problem, the same for every occurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProblemType {
    /// Absolute URI that identifies it; a client decides by it.
    pub uri: &'static str,
    /// Stable code, kebab-case.
    pub code: &'static str,
    /// Short summary for people.
    pub title: &'static str,
    /// HTTP status.
    pub status: u16,
}

/// Something that went wrong; the size of a pointer.
#[derive(Clone, PartialEq)]
pub struct Problem(pub(super) Box<Inner>);

#[derive(Clone, PartialEq)]
pub(super) struct Inner {
    pub(super) uri: Cow<'static, str>,
    pub(super) code: Cow<'static, str>,
    pub(super) title: Cow<'static, str>,
    pub(super) status: u16,
    pub(super) detail: Option<String>,
    pub(super) instance: Option<String>,
    pub(super) correlation_id: Option<String>,
    pub(super) errors: Vec<Violation>,
    pub(super) extensions: Map<String, Value>,
    pub(super) headers: HeaderMap,
    pub(super) cause: Option<String>,
}

/// The title and the status: `Out of stock (409)`.
impl fmt::Display for ProblemType {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} ({})", self.title, self.status)
    }
}

impl ProblemType {
    /// An occurrence that has nothing more to tell.
    #[must_use]
    pub fn problem(&self) -> Problem {
        Problem(Box::new(Inner {
            uri: Cow::Borrowed(self.uri),
            code: Cow::Borrowed(self.code),
            title: Cow::Borrowed(self.title),
            status: self.status,
            detail: None,
            instance: None,
            correlation_id: None,
            errors: Vec::new(),
            extensions: Map::new(),
            headers: HeaderMap::new(),
            cause: None,
        }))
    }

    /// An occurrence with the members of `detail` beside the standard ones.
    #[must_use]
    pub fn with<T: Serialize + ?Sized>(&self, detail: &T) -> Problem {
        let mut problem = self.problem();
        match serde_json::to_value(detail) {
            Ok(Value::Object(members)) => problem.0.extensions = members,
            Ok(_) => problem.0.cause = Some("the detail of a problem is an object".to_owned()),
            Err(error) => problem.0.cause = Some(format!("the detail of a problem: {error}")),
        }
        problem
    }
}

impl Problem {
    /// Says in a sentence what helps the caller.
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.0.detail = Some(detail.into());
        self
    }

    /// Remembers why, for the log alone; it is never sent.
    #[must_use]
    pub fn caused_by(mut self, cause: impl fmt::Display) -> Self {
        self.0.cause = Some(cause.to_string());
        self
    }

    /// Says how many seconds to wait before trying again.
    #[must_use]
    pub fn with_retry_after(self, seconds: u32) -> Self {
        self.with_header(http::header::RETRY_AFTER, HeaderValue::from(seconds))
    }

    /// Adds a field to the response that carries the problem.
    #[must_use]
    pub fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.0.headers.insert(name, value);
        self
    }

    /// Whether it is of this type.
    #[must_use]
    pub fn is(&self, ty: &ProblemType) -> bool {
        self.0.uri == ty.uri
    }

    /// The members beside the standard ones, where it is of this type and they are complete.
    #[must_use]
    pub fn detail_of<T: DeserializeOwned>(&self, ty: &ProblemType) -> Option<T> {
        if !self.is(ty) {
            return None;
        }
        T::deserialize(&self.0.extensions).ok()
    }

    /// Which problem it is: an absolute URI, or `about:blank`.
    #[must_use]
    pub fn uri(&self) -> &str {
        &self.0.uri
    }

    /// Which problem it is, in a word; empty where another party's problem has none.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0.code
    }

    /// What kind of problem it is, for people.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.0.title
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.0.status
    }

    /// What helps the caller.
    #[must_use]
    pub fn detail(&self) -> Option<&str> {
        self.0.detail.as_deref()
    }

    /// Which occurrence it is.
    #[must_use]
    pub fn instance(&self) -> Option<&str> {
        self.0.instance.as_deref()
    }

    /// What ties it to the request that it answers.
    #[must_use]
    pub fn correlation_id(&self) -> Option<&str> {
        self.0.correlation_id.as_deref()
    }

    /// Everything that was wrong with the request.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        &self.0.errors
    }

    /// One of the members beside the standard ones.
    #[must_use]
    pub fn extension(&self, name: &str) -> Option<&Value> {
        self.0.extensions.get(name)
    }

    /// Why, for the log alone.
    #[must_use]
    pub fn cause(&self) -> Option<&str> {
        self.0.cause.as_deref()
    }

    /// How many seconds to wait before trying again, where the answer said so.
    #[must_use]
    pub fn retry_after(&self) -> Option<u32> {
        self.0.headers.get(http::header::RETRY_AFTER)?.to_str().ok()?.parse().ok()
    }

    /// Whether time ran out: the answer may still have taken effect.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        matches!(self.0.status, 408 | 504)
    }

    /// Whether it may work later: overloaded, unreachable, limited.
    #[must_use]
    pub fn is_unavailable(&self) -> bool {
        matches!(self.0.status, 429 | 503)
    }

    /// Whether what was asked for is not there.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        matches!(self.0.status, 404 | 410)
    }

    /// Whether the request contradicts the present state.
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        matches!(self.0.status, 409 | 412)
    }

    /// Whether the request itself is at fault.
    #[must_use]
    pub fn is_refusal(&self) -> bool {
        (400..500).contains(&self.0.status)
    }

    /// The status as HTTP knows it; one that is no error becomes 500.
    pub(crate) fn status_code(&self) -> StatusCode {
        let status = StatusCode::from_u16(self.0.status).ok();
        let is_error = |status: &StatusCode| status.is_client_error() || status.is_server_error();
        status.filter(is_error).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// Fields of the response that carries it.
    pub(crate) fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// Ties it to the request that it answers; what another party wrote there is replaced.
    pub(crate) fn placed(mut self, instance: &str, correlation_id: &str) -> Self {
        self.0.status = self.status_code().as_u16();
        self.0.instance = Some(instance.to_owned());
        self.0.correlation_id = Some(correlation_id.to_owned());
        self
    }

    pub(crate) fn with_violations(mut self, violations: Vec<Violation>) -> Self {
        self.0.errors = violations;
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} ({})", self.0.title, self.0.status)?;
        if let Some(detail) = &self.0.detail {
            write!(formatter, ": {detail}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = formatter.debug_struct("Problem");
        parts
            .field("uri", &self.0.uri)
            .field("status", &self.0.status)
            .field("title", &self.0.title);
        if let Some(detail) = &self.0.detail {
            parts.field("detail", detail);
        }
        if !self.0.errors.is_empty() {
            parts.field("errors", &self.0.errors);
        }
        if let Some(cause) = &self.0.cause {
            parts.field("cause", cause);
        }
        parts.finish_non_exhaustive()
    }
}

impl std::error::Error for Problem {}
