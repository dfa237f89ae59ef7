//! One operation as a constant.

use std::time::Duration;

use super::policy::{Deprecation, Idempotency, Paging, Precondition, RateLimit, Retry};
use crate::problem::ProblemType;
use crate::shape::{ParameterIn, Shape};

/// How an operation travels, and the policies that hold for it.
///
/// ```
/// use tiebeam::operation::{Method, Operation, Parameter, Success};
/// use tiebeam::shape::Shape;
///
/// static GET_ORDER: Operation = Operation::new("getOrder", Method::Get, "/v1/orders/{id}")
///     .parameters(&[Parameter::path("id", Shape::uuid()).required()])
///     .success(&[Success::new(200).body(Shape::any())]);
/// assert_eq!(GET_ORDER.name(), "getOrder");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Operation {
    name: &'static str,
    method: Method,
    path: &'static str,
    parameters: &'static [Parameter],
    body: Option<Shape>,
    is_merge_patch: bool,
    success: &'static [Success],
    errors: &'static [&'static ProblemType],
    scopes: &'static [&'static str],
    is_public: bool,
    idempotency: Idempotency,
    precondition: Option<Precondition>,
    etag: Option<&'static str>,
    page: Option<Paging>,
    timeout: Duration,
    retry: Option<Retry>,
    rate_limit: Option<RateLimit>,
    deprecation: Option<Deprecation>,
}

/// The methods of the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Method {
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

/// A path, query or header parameter.
#[derive(Debug, Clone, Copy)]
pub struct Parameter {
    name: &'static str,
    location: ParameterIn,
    shape: Shape,
    is_required: bool,
}

/// One successful answer.
#[derive(Debug, Clone, Copy)]
pub struct Success {
    status: u16,
    body: Option<Shape>,
    location: Option<&'static str>,
}

impl Operation {
    /// Names an operation, its method and its path with `{parameters}`.
    #[must_use]
    pub const fn new(name: &'static str, method: Method, path: &'static str) -> Self {
        Self {
            name,
            method,
            path,
            parameters: &[],
            body: None,
            is_merge_patch: false,
            success: &[],
            errors: &[],
            scopes: &[],
            is_public: false,
            idempotency: match method {
                Method::Get | Method::Put | Method::Delete => Idempotency::Natural,
                Method::Post | Method::Patch => Idempotency::None,
            },
            precondition: None,
            etag: None,
            page: None,
            timeout: Duration::from_secs(30),
            retry: None,
            rate_limit: None,
            deprecation: None,
        }
    }

    /// Its path, query and header parameters.
    #[must_use]
    pub const fn parameters(mut self, parameters: &'static [Parameter]) -> Self {
        self.parameters = parameters;
        self
    }

    /// The body that a request must have.
    #[must_use]
    pub const fn body(mut self, shape: Shape) -> Self {
        self.body = Some(shape);
        self
    }

    /// Lets the body be a JSON Merge Patch (RFC 7396), under that media type too.
    #[must_use]
    pub const fn merge_patch(mut self) -> Self {
        self.is_merge_patch = true;
        self
    }

    /// Its successful answers.
    #[must_use]
    pub const fn success(mut self, success: &'static [Success]) -> Self {
        self.success = success;
        self
    }

    /// The problems it declares.
    #[must_use]
    pub const fn errors(mut self, errors: &'static [&'static ProblemType]) -> Self {
        self.errors = errors;
        self
    }

    /// The OAuth 2 scopes a caller needs.
    #[must_use]
    pub const fn scopes(mut self, scopes: &'static [&'static str]) -> Self {
        self.scopes = scopes;
        self
    }

    /// Lets anyone call it without a token.
    #[must_use]
    pub const fn public(mut self) -> Self {
        self.is_public = true;
        self
    }

    /// What makes a repeated request safe.
    #[must_use]
    pub const fn idempotency(mut self, idempotency: Idempotency) -> Self {
        self.idempotency = idempotency;
        self
    }

    /// Whether a caller says which version of the entity it changes.
    #[must_use]
    pub const fn if_match(mut self, precondition: Precondition) -> Self {
        self.precondition = Some(precondition);
        self
    }

    /// The field of the response body that is the entity's version.
    #[must_use]
    pub const fn etag(mut self, field: &'static str) -> Self {
        self.etag = Some(field);
        self
    }

    /// Cuts the answer into pages.
    #[must_use]
    pub const fn page(mut self, paging: Paging) -> Self {
        self.page = Some(paging);
        self
    }

    /// How long an answer may take.
    #[must_use]
    pub const fn timeout_millis(mut self, millis: u64) -> Self {
        self.timeout = Duration::from_millis(millis);
        self
    }

    /// How a client tries again.
    #[must_use]
    pub const fn retry(mut self, retry: Retry) -> Self {
        self.retry = Some(retry);
        self
    }

    /// How many requests are let through.
    #[must_use]
    pub const fn rate_limit(mut self, rate_limit: RateLimit) -> Self {
        self.rate_limit = Some(rate_limit);
        self
    }

    /// Says that it is on its way out.
    #[must_use]
    pub const fn deprecated(mut self, deprecation: Deprecation) -> Self {
        self.deprecation = Some(deprecation);
        self
    }

    /// Its name, `OpenAPI`'s `operationId`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Its method.
    #[must_use]
    pub fn method(&self) -> Method {
        self.method
    }

    /// Its path with `{parameters}`, the version prefix included.
    #[must_use]
    pub fn path(&self) -> &'static str {
        self.path
    }

    /// How long an answer may take.
    #[must_use]
    pub fn timeout(&self) -> Duration {
        self.timeout
    }

    /// The problems it declares.
    #[must_use]
    pub fn declared_errors(&self) -> &'static [&'static ProblemType] {
        self.errors
    }

    /// The OAuth 2 scopes a caller needs.
    #[must_use]
    pub fn required_scopes(&self) -> &'static [&'static str] {
        self.scopes
    }

    /// Whether anyone may call it without a token.
    #[must_use]
    pub fn is_public(&self) -> bool {
        self.is_public
    }

    /// What makes a repeated request safe.
    #[must_use]
    pub fn idempotency_policy(&self) -> Idempotency {
        self.idempotency
    }

    /// How a client tries again.
    #[must_use]
    pub fn retry_policy(&self) -> Option<Retry> {
        self.retry
    }

    /// How many requests are let through.
    #[must_use]
    pub fn rate_limit_policy(&self) -> Option<RateLimit> {
        self.rate_limit
    }

    /// The end of its life, where that is near.
    #[must_use]
    pub fn deprecation(&self) -> Option<Deprecation> {
        self.deprecation
    }

    /// How its answer is cut into pages.
    #[must_use]
    pub fn paging(&self) -> Option<Paging> {
        self.page
    }

    /// Its path, query and header parameters.
    #[must_use]
    pub fn declared_parameters(&self) -> &'static [Parameter] {
        self.parameters
    }

    /// The body that a request must have.
    #[must_use]
    pub fn request_body(&self) -> Option<&Shape> {
        self.body.as_ref()
    }

    /// Whether the body is a JSON Merge Patch.
    #[must_use]
    pub fn is_merge_patch(&self) -> bool {
        self.is_merge_patch
    }

    /// Its successful answers.
    #[must_use]
    pub fn successes(&self) -> &'static [Success] {
        self.success
    }

    /// Whether a caller says which version of the entity it changes.
    #[must_use]
    pub fn precondition(&self) -> Option<Precondition> {
        self.precondition
    }

    /// The field of the response body that is the entity's version.
    #[must_use]
    pub fn etag_field(&self) -> Option<&'static str> {
        self.etag
    }

    /// The parameter of this name.
    ///
    /// # Panics
    ///
    /// When there is none: generated code asks only for what it declares.
    pub(crate) fn parameter(&self, name: &str) -> &'static Parameter {
        let found = self.parameters.iter().find(|parameter| parameter.name == name);
        found.expect("the operation declares every parameter that its request reads or writes")
    }
}

impl Method {
    /// The method as HTTP writes it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.to_http_ref().as_str()
    }

    pub(crate) fn to_http_ref(self) -> &'static http::Method {
        match self {
            Self::Get => &http::Method::GET,
            Self::Post => &http::Method::POST,
            Self::Put => &http::Method::PUT,
            Self::Patch => &http::Method::PATCH,
            Self::Delete => &http::Method::DELETE,
        }
    }

    /// Whether the method changes nothing.
    pub(crate) fn is_safe(self) -> bool {
        self == Self::Get
    }
}

impl Parameter {
    /// A segment of the path.
    #[must_use]
    pub const fn path(name: &'static str, shape: Shape) -> Self {
        Self { name, location: ParameterIn::Path, shape, is_required: false }
    }

    /// A pair of the query; a list is repeated pairs.
    #[must_use]
    pub const fn query(name: &'static str, shape: Shape) -> Self {
        Self { name, location: ParameterIn::Query, shape, is_required: false }
    }

    /// A header field.
    #[must_use]
    pub const fn header(name: &'static str, shape: Shape) -> Self {
        Self { name, location: ParameterIn::Header, shape, is_required: false }
    }

    /// Asks for the parameter in every request.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.is_required = true;
        self
    }

    /// Its name on the wire.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Where it travels.
    #[must_use]
    pub fn location(&self) -> ParameterIn {
        self.location
    }

    /// What its value looks like.
    #[must_use]
    pub fn shape(&self) -> &Shape {
        &self.shape
    }

    /// Whether it is in every request.
    #[must_use]
    pub fn is_required(&self) -> bool {
        self.is_required
    }
}

impl Success {
    /// An answer with this status and no body.
    #[must_use]
    pub const fn new(status: u16) -> Self {
        Self { status, body: None, location: None }
    }

    /// What its body looks like.
    #[must_use]
    pub const fn body(mut self, shape: Shape) -> Self {
        self.body = Some(shape);
        self
    }

    /// Where what was created is found; `{name}` is a field of the body or else a path parameter.
    #[must_use]
    pub const fn location(mut self, template: &'static str) -> Self {
        self.location = Some(template);
        self
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// What its body looks like.
    #[must_use]
    pub fn shape(&self) -> Option<&Shape> {
        self.body.as_ref()
    }

    /// Where what was created is found.
    #[must_use]
    pub fn location_template(&self) -> Option<&'static str> {
        self.location
    }
}
