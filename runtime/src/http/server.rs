//! Ties the operations of an API to an implementation.

use std::collections::BTreeMap;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::response::Response;
use http::header::{ALLOW, X_CONTENT_TYPE_OPTIONS};
use http::{HeaderName, HeaderValue, Request, StatusCode, Uri};
use jiff::Timestamp;
use uuid::Uuid;

use super::answering::NOSNIFF;
use super::endpoint::{Endpoint, Handle, Limits, Responding, Route, Setting, admit};
use super::exchange::Exchange;
use super::keyed::Keyed;
use super::limit::Limiter;
use super::load::{Load, LoadLimits};
use super::place::Place;
use super::{header, respond};
use crate::clock::{Pace, SharedClock};
use crate::context::Context;
use crate::etag::ETag;
use crate::idempotency::Mode;
use crate::operation::{
    Answer, Api, Decode, Deprecation, Failure, Method, Operation, Reply, Success,
};
use crate::page::CursorKey;
use crate::problem::own;
use crate::shape::Shape;
use crate::telemetry::{Requests, Told, request_span};

/// What a request may be unless the server says otherwise: a body of 1 MiB, header fields of 16 KiB, a URI of 8 KiB.
const LIMITS: Limits = Limits {
    body: 1 << 20,
    headers: 16 << 10,
    uri: 8 << 10,
    verifies_answers: cfg!(debug_assertions),
};

/// Where an API shows its document.
static OPENAPI: Operation =
    Operation::new("openapi", Method::Get, "/openapi.json").success(SHOWN).public();

/// Where a service shows what it sends and receives.
static ASYNCAPI: Operation =
    Operation::new("asyncapi", Method::Get, "/asyncapi.json").success(SHOWN).public();

const SHOWN: &[Success] = &[Success::new(200).body(Shape::any())];

/// Builds the routes of an API.
///
/// Everything that HTTP asks of a server happens here and not in the implementation: content negotiation, limits,
/// validation, preconditions of reads, problem documents for whatever goes wrong.
///
/// Several APIs in one process are nested, each under a prefix of its own: `Router::new().nest("/orders", router)`.
pub struct Server<T> {
    api: &'static Api,
    implementation: Arc<T>,
    routes: BTreeMap<String, (&'static str, Vec<Route>)>,
    setting: Setting,
    rate_limits: RateLimits,
}

/// Whether the rate limits of the spec are in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RateLimits {
    /// Each operation keeps its own, per instance of the server.
    Kept,
    /// Nobody counts.
    Off,
}

/// Whether answers are checked before they are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verify {
    /// Each of them, at the cost of reading it once more.
    Always,
    /// None: the types are trusted.
    Never,
}

impl<T: Send + Sync + 'static> Server<T> {
    /// Starts with no operation.
    pub fn new(api: &'static Api, implementation: T) -> Self {
        Self {
            api,
            implementation: Arc::new(implementation),
            routes: BTreeMap::new(),
            setting: Setting {
                api,
                limits: LIMITS,
                pace: Pace::Machine,
                cursors: Arc::new(CursorKey::random()),
                successor: None,
                keyed: None,
                load: Arc::new(Load::new(LoadLimits::default())),
            },
            rate_limits: RateLimits::Kept,
        }
    }

    /// Lets a body have at most so many bytes; 1 MiB unless set.
    #[must_use]
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.setting.limits.body = bytes;
        self
    }

    /// Lets all header fields together have at most so many bytes; 16 KiB unless set.
    ///
    /// hyper refuses by itself, and without a problem document, what exceeds 100 fields or about 400 KiB.
    #[must_use]
    pub fn header_limit(mut self, bytes: usize) -> Self {
        self.setting.limits.headers = bytes;
        self
    }

    /// Answers each request with an idempotency key once, and its repetitions with the same answer.
    ///
    /// It holds for operations whose key is required or optional. With [`Local`](crate::idempotency::Local) their
    /// implementation runs in a transaction of the store, which it finds in its [context](Context::transaction); with
    /// [`Flow`](crate::idempotency::Flow) it runs in none, and may call others.
    ///
    /// # Panics
    ///
    /// When an experience or a process API is given a `Local`: it calls others, and a transaction would be kept open
    /// meanwhile.
    #[must_use]
    pub fn idempotent(mut self, mode: impl Into<Mode>) -> Self {
        self.setting.keyed = Some(Arc::new(Keyed::new(self.api, mode.into())));
        self
    }

    /// Works on at most so many requests at once, and answers 503 `overloaded` to what comes beyond; 1,024 unless set.
    ///
    /// By Little's law this bounds the time that an accepted request waits for the others: it is this number divided by
    /// the requests that the API can answer in a second.
    #[must_use]
    pub fn max_in_flight(mut self, requests: usize) -> Self {
        let limits = LoadLimits { in_flight: requests, ..self.setting.load.limits() };
        self.setting.load = Arc::new(Load::new(limits));
        self
    }

    /// Keeps at most so many bytes of bodies in memory, of all requests together; 256 MiB unless set.
    #[must_use]
    pub fn max_buffered(mut self, bytes: usize) -> Self {
        let limits = LoadLimits { buffered: bytes, ..self.setting.load.limits() };
        self.setting.load = Arc::new(Load::new(limits));
        self
    }

    /// Checks every answer of the implementation against the contract, and answers 500 where one breaks it; unless set,
    /// only in builds with debug assertions.
    #[must_use]
    pub fn verify_answers(mut self, verify: Verify) -> Self {
        self.setting.limits.verifies_answers = verify == Verify::Always;
        self
    }

    /// Says where the API is that takes the place of this one: on every response of a deprecated operation, as
    /// `Link: <…>; rel="successor-version"` (RFC 5829). The spec knows its name, and only a deployment its address.
    #[must_use]
    pub fn successor(mut self, address: &Uri) -> Self {
        let link = format!("<{address}>; rel=\"successor-version\"");
        self.setting.successor = HeaderValue::try_from(link).ok();
        self
    }

    /// Seals cursors with a key that all instances of the API share; unless set, each instance knows only its own.
    #[must_use]
    pub fn cursor_key(mut self, key: CursorKey) -> Self {
        self.setting.cursors = Arc::new(key);
        self
    }

    /// Lets through whatever comes, in a test or behind a gateway that counts already.
    #[must_use]
    pub fn rate_limits(mut self, rate_limits: RateLimits) -> Self {
        self.rate_limits = rate_limits;
        self
    }

    /// Goes by another clock than the machine's: for deadlines, sunsets and rate limits.
    #[must_use]
    pub fn clock(mut self, clock: SharedClock) -> Self {
        self.setting.pace = Pace::Given(clock);
        self
    }

    /// Answers an operation by a call of the implementation.
    #[must_use]
    pub fn serve<Q, R, E, F, A>(mut self, operation: &'static Operation, call: F) -> Self
    where
        Q: Decode + 'static,
        R: Reply + 'static,
        E: Failure + 'static,
        F: Fn(Arc<T>, Context, Q) -> A + Clone + Send + Sync + 'static,
        A: Future<Output = Result<R, E>> + Send + 'static,
    {
        let implementation = Arc::clone(&self.implementation);
        self.add(
            operation,
            Box::new(Caller { implementation, call, types: PhantomData::<fn(Q) -> (R, E)> }),
        );
        self
    }

    /// The routes.
    pub fn into_router(mut self) -> Router {
        self.add(&OPENAPI, Box::new(Document::of(self.api.openapi)));
        if let Some(asyncapi) = self.api.asyncapi {
            self.add(&ASYNCAPI, Box::new(Document::of(asyncapi)));
        }
        let limits = self.setting.limits;
        let counts = self.rate_limits == RateLimits::Kept;
        let clock = self.setting.pace.shared();
        let mut router = Router::new();
        for (path, mut routes) in self.routes.into_values() {
            for route in &mut routes {
                let limit = route.operation.rate_limit_policy().filter(|_| counts);
                route.limiter = limit.and_then(|limit| Limiter::new(limit, &clock));
            }
            router = router.route_service(path, Endpoint::new(routes, self.setting.clone()));
        }
        let api = self.api;
        router.fallback(move |request: Request<Body>| {
            std::future::ready(no_such_route(api, &request, limits))
        })
    }

    fn add(&mut self, operation: &'static Operation, handler: Box<dyn Handle>) {
        let fields = operation.deprecation().map(fields_of).unwrap_or_default();
        let (_, routes) = self
            .routes
            .entry(without_names(operation.path()))
            .or_insert((operation.path(), Vec::new()));
        let requests = Requests::of(self.api, operation);
        routes.push(Route { operation, fields, limiter: None, requests, handler });
    }
}

/// Two operations on `/orders/{id}` and `/orders/{orderId}` share a path.
fn without_names(path: &str) -> String {
    let parts = path.split('/').map(|part| if part.starts_with('{') { "{}" } else { part });
    parts.collect::<Vec<_>>().join("/")
}

/// `Deprecation` and `Sunset` (RFC 9745, RFC 8594).
fn fields_of(deprecation: Deprecation) -> Vec<(HeaderName, HeaderValue)> {
    let mut fields = Vec::new();
    fields.extend(field(&header::DEPRECATION, format!("@{}", deprecation.since)));
    let sunset = deprecation.sunset.and_then(|seconds| Timestamp::from_second(seconds).ok());
    if let Some(sunset) = sunset {
        fields.extend(field(
            &header::SUNSET,
            sunset.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string(),
        ));
    }
    fields
}

fn field(name: &HeaderName, value: String) -> Option<(HeaderName, HeaderValue)> {
    HeaderValue::try_from(value).ok().map(|value| (name.clone(), value))
}

fn no_such_route(api: &'static Api, request: &Request<Body>, limits: Limits) -> Response {
    if *request.method() == http::Method::OPTIONS && request.uri().path() == "*" {
        return options_of_the_server();
    }
    let (problem, context) = match admit(request, limits) {
        Ok(()) => (own::no_such_route(), Context::of_request(request.headers(), &Pace::Machine)),
        Err(problem) => (problem, Context::new()),
    };
    let span = request_span(api, None, &context);
    let _inside = span.enter();
    let mut response = respond::with_problem(problem, Place::of(request).path(), &context);
    response.headers_mut().insert(X_CONTENT_TYPE_OPTIONS, NOSNIFF);
    Told::Answered(&response).log(request.method(), None, Duration::ZERO, &context);
    response
}

/// What may be asked of the server as a whole (RFC 9110 §9.3.7).
fn options_of_the_server() -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NO_CONTENT;
    let allowed = HeaderValue::from_static("DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT");
    response.headers_mut().insert(ALLOW, allowed);
    let context = Context::new();
    response.headers_mut().insert(header::CORRELATION_ID.clone(), context.correlation_header());
    response
}

/// Answers by a call of the implementation.
struct Caller<T, F, S> {
    implementation: Arc<T>,
    call: F,
    types: PhantomData<S>,
}

impl<T, F, Q, R, E, A> Handle for Caller<T, F, fn(Q) -> (R, E)>
where
    T: Send + Sync + 'static,
    Q: Decode + 'static,
    R: Reply + 'static,
    E: Failure + 'static,
    F: Fn(Arc<T>, Context, Q) -> A + Clone + Send + Sync + 'static,
    A: Future<Output = Result<R, E>> + Send + 'static,
{
    fn handle(&self, exchange: Exchange) -> Responding {
        let (implementation, call) = (Arc::clone(&self.implementation), self.call.clone());
        let call = move |context, request| call(Arc::clone(&implementation), context, request);
        Box::pin(exchange.run(Q::decode, call, |ended| match ended {
            Ok(reply) => Ok(reply.into_answer()),
            Err(error) => Err(error.into_problem()),
        }))
    }
}

/// Shows the document of an API.
struct Document {
    text: &'static str,
    tag: ETag,
}

impl Document {
    fn of(text: &'static str) -> Self {
        let hash = Uuid::new_v5(&Uuid::NAMESPACE_URL, text.as_bytes());
        Self { text, tag: ETag::strong(&hash.simple().to_string()) }
    }
}

impl Handle for Document {
    fn handle(&self, exchange: Exchange) -> Responding {
        let answer = Answer::document(self.text, &self.tag);
        let call = move |_, ()| std::future::ready(Ok(answer.clone()));
        Box::pin(exchange.run(|_| Ok(()), call, |ended| ended))
    }
}
