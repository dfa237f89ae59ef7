//! One path: finds the operation, and lets in what may come in.
//!
//! What happens to a request that found its operation is written in [`super::exchange`], and what is told of it when it
//! is over in [`super::answering`].

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::Poll;

use axum::body::Body;
use axum::response::Response;
use http::header::ALLOW;
use http::{HeaderMap, HeaderName, HeaderValue, Request, StatusCode};
use tower::Service;

use super::answering::Answering;
use super::exchange::Exchange;
use super::header;
use super::keyed::Keyed;
use super::limit::Limiter;
use super::load::Load;
use super::negotiate::BodyType;
use crate::clock::Pace;
use crate::context::{Context, Identity};
use crate::operation::{Answer, Api, Method, Operation};
use crate::page::CursorKey;
use crate::problem::{Problem, own};
use crate::telemetry::Requests;

/// How much a request may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// Bytes of a body.
    pub(super) body: usize,
    /// Bytes of all header fields together.
    pub(super) headers: usize,
    /// Bytes of path and query.
    pub(super) uri: usize,
    /// Whether answers are checked against the contract before they are sent.
    pub(super) verifies_answers: bool,
}

/// What holds for every operation of an API.
#[derive(Clone)]
pub(super) struct Setting {
    pub(super) api: &'static Api,
    pub(super) limits: Limits,
    /// The time that deadlines, sunsets and rate limits go by.
    pub(super) pace: Pace,
    pub(super) cursors: Arc<CursorKey>,
    /// `Link` to the API that takes the place of this one.
    pub(super) successor: Option<HeaderValue>,
    /// Remembers the answers to requests with an idempotency key.
    pub(super) keyed: Option<Arc<Keyed>>,
    /// How much is being done.
    pub(super) load: Arc<Load>,
}

/// A response that is on its way.
pub(super) type Responding = Pin<Box<dyn Future<Output = Response> + Send>>;

/// An implementation that is being called.
pub(super) type Calling = Pin<Box<dyn Future<Output = Result<Answer, Problem>> + Send>>;

/// Answers one operation.
pub(super) trait Handle: Send + Sync {
    /// Starts to answer.
    fn handle(&self, exchange: Exchange) -> Responding;
}

/// An operation and who answers it.
pub(super) struct Route {
    pub(super) operation: &'static Operation,
    /// Fields that every response of the operation has.
    pub(super) fields: Vec<(HeaderName, HeaderValue)>,
    pub(super) limiter: Option<Limiter>,
    /// Counts and times the requests.
    pub(super) requests: Requests,
    pub(super) handler: Box<dyn Handle>,
}

/// The operations of one path.
#[derive(Clone)]
pub(super) struct Endpoint(Arc<Shared>);

/// What the requests of one path share.
pub(super) struct Shared {
    pub(super) routes: Vec<Route>,
    pub(super) setting: Setting,
    allow: HeaderValue,
}

impl Endpoint {
    /// Collects the operations of one path.
    pub(super) fn new(routes: Vec<Route>, setting: Setting) -> Self {
        let mut allowed = vec!["OPTIONS"];
        for route in &routes {
            allowed.push(route.operation.method().as_str());
            if route.operation.method() == Method::Get {
                allowed.push("HEAD");
            }
        }
        allowed.sort_unstable();
        let allow =
            HeaderValue::try_from(allowed.join(", ")).expect("method names are visible ASCII");
        Self(Arc::new(Shared { routes, setting, allow }))
    }
}

impl Service<Request<Body>> for Endpoint {
    type Response = Response;
    type Error = Infallible;
    type Future = Answering;

    fn poll_ready(&mut self, _: &mut std::task::Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Body>) -> Answering {
        let shared = &self.0;
        if let Err(problem) = admit(&request, shared.setting.limits) {
            return Answering::without_route(shared, &request, Context::new()).refused(problem);
        }
        let mut context = Context::of_request(request.headers(), &shared.setting.pace);
        // Whoever authenticates stands before us and says here who asks.
        if let Some(identity) = request.extensions().get::<Identity>() {
            context = context.with_identity(identity.clone());
        }
        let wanted = match *request.method() {
            http::Method::HEAD => &http::Method::GET,
            ref method => method,
        };
        let found =
            shared.routes.iter().position(|route| route.operation.method().to_http_ref() == wanted);
        let Some(index) = found else {
            let answering = Answering::without_route(shared, &request, context);
            if *request.method() == http::Method::OPTIONS {
                return answering.ready(options(shared));
            }
            return answering.refused(own::method_not_allowed(&shared.allow));
        };
        let route = &shared.routes[index];
        let answering = Answering::on(shared, index, &request, context);
        match let_in(route, &shared.setting.pace, answering.context(), &request) {
            Err(problem) => answering.refused(problem),
            Ok(told) => {
                let running = route.handler.handle(Exchange::begin(
                    route.operation,
                    answering.context().clone(),
                    request,
                    Arc::clone(shared),
                    answering.place().clone(),
                ));
                answering.running(running, told)
            }
        }
    }
}

/// Lets a request in, with what its caller is told of the rate limit, unless the operation has ended or has enough.
fn let_in(
    route: &Route,
    pace: &Pace,
    context: &Context,
    request: &Request<Body>,
) -> Result<Option<HeaderMap>, Problem> {
    if is_past_sunset(route.operation, pace) {
        return Err(own::past_sunset());
    }
    let limiter = route.limiter.as_ref();
    limiter.map(|limiter| limiter.decide(context, request.extensions())).transpose()
}

/// Whether the end of an operation's life has come (RFC 8594).
fn is_past_sunset(operation: &Operation, pace: &Pace) -> bool {
    let sunset = operation.deprecation().and_then(|deprecation| deprecation.sunset);
    sunset.is_some_and(|sunset| pace.now().as_second() >= sunset)
}

/// Refuses a request that is too large before anything else is looked at.
pub(super) fn admit(request: &Request<Body>, limits: Limits) -> Result<(), Problem> {
    let uri = request.uri().path_and_query().map_or(0, |target| target.as_str().len());
    if uri > limits.uri {
        return Err(own::uri_too_long(limits.uri));
    }
    let fields =
        request.headers().iter().map(|(name, value)| name.as_str().len() + value.len() + 4);
    if fields.sum::<usize>() > limits.headers {
        return Err(own::headers_too_large(limits.headers));
    }
    Ok(())
}

/// What may be asked of a path (RFC 9110 §9.3.7), and how a patch may be written (RFC 5789 §3.1).
fn options(shared: &Shared) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NO_CONTENT;
    response.headers_mut().insert(ALLOW, shared.allow.clone());
    let patch = shared.routes.iter().find(|route| route.operation.method() == Method::Patch);
    if let Some(route) = patch {
        let accepted = BodyType::of(route.operation).accepted();
        response.headers_mut().insert(header::ACCEPT_PATCH.clone(), accepted);
    }
    response
}
