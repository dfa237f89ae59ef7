//! One path: finds the operation, runs it under its policies, survives its panics.
//!
//! A request costs one boxed future, as it does in plain axum; everything that does not depend on an operation's types
//! is written once and not per operation.

use std::convert::Infallible;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Poll, ready};
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::response::Response;
use bytes::Bytes;
use http::header::{ALLOW, CONTENT_LENGTH, CONTENT_TYPE, IF_MATCH, IF_NONE_MATCH};
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, Request, StatusCode};
use tower::Service;

use super::body::{self, BodyError};
use super::header;
use super::keyed::Keyed;
use super::limit::Limiter;
use super::negotiate::{self, BodyType};
use super::place::Place;
use super::respond::{self, Asked};
use crate::clock::SharedClock;
use crate::context::{Context, Identity};
use crate::operation::{Answer, Input, Invalid, Method, Operation};
use crate::page::CursorKey;
use crate::problem::{Problem, own};
use crate::shape::Violation;

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
    pub(super) limits: Limits,
    pub(super) clock: SharedClock,
    pub(super) cursors: Arc<CursorKey>,
    /// Remembers the answers to requests with an idempotency key.
    pub(super) keyed: Option<Arc<Keyed>>,
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
    pub(super) handler: Box<dyn Handle>,
}

/// The operations of one path.
#[derive(Clone)]
pub(super) struct Endpoint(Arc<Shared>);

struct Shared {
    routes: Vec<Route>,
    allow: HeaderValue,
    setting: Setting,
}

/// One request that found its operation.
pub(super) struct Exchange {
    pub(super) operation: &'static Operation,
    pub(super) context: Context,
    pub(super) request: Request<Body>,
    setting: Setting,
    place: Place,
}

/// One request whose body is there.
pub(super) struct Arrived {
    pub(super) operation: &'static Operation,
    pub(super) context: Context,
    pub(super) parts: Parts,
    pub(super) body: Bytes,
    place: Place,
    limits: Limits,
    cursors: Arc<CursorKey>,
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
        Self(Arc::new(Shared { routes, allow, setting }))
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
            return Answering::refused(problem, &request, &Context::new());
        }
        let mut context = Context::of_request(request.headers());
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
            if *request.method() == http::Method::OPTIONS {
                return Answering::ready(options(shared, &context), false);
            }
            return Answering::refused(own::method_not_allowed(&shared.allow), &request, &context);
        };
        let operation = shared.routes[index].operation;
        if is_past_sunset(operation, &shared.setting.clock) {
            return Answering::refused(own::past_sunset(), &request, &context);
        }
        let limiter = shared.routes[index].limiter.as_ref();
        let decided = limiter.map(|limiter| limiter.decide(&context, request.extensions()));
        let told = match decided.transpose() {
            Ok(told) => told.map(Box::new),
            Err(problem) => return Answering::refused(problem, &request, &context),
        };
        let (place, setting) = (Place::of(&request), shared.setting.clone());
        let is_head = *request.method() == http::Method::HEAD;
        let running = shared.routes[index].handler.handle(Exchange {
            operation,
            context: context.clone(),
            request,
            setting,
            place: place.clone(),
        });
        let endpoint = Arc::clone(shared);
        let state = State::Running { running, endpoint, index, place, context, told };
        Answering { state, is_head }
    }
}

/// Whether the end of an operation's life has come (RFC 8594).
fn is_past_sunset(operation: &Operation, clock: &SharedClock) -> bool {
    let sunset = operation.deprecation().and_then(|deprecation| deprecation.sunset);
    sunset.is_some_and(|sunset| clock.now().as_second() >= sunset)
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
fn options(shared: &Shared, context: &Context) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NO_CONTENT;
    response.headers_mut().insert(ALLOW, shared.allow.clone());
    let patch = shared.routes.iter().find(|route| route.operation.method() == Method::Patch);
    if let Some(route) = patch {
        let accepted = BodyType::of(route.operation).accepted();
        response.headers_mut().insert(header::ACCEPT_PATCH.clone(), accepted);
    }
    response.headers_mut().insert(header::CORRELATION_ID.clone(), context.correlation_header());
    response
}

/// The future of a response.
pub(super) struct Answering {
    state: State,
    is_head: bool,
}

enum State {
    Running {
        running: Responding,
        endpoint: Arc<Shared>,
        index: usize,
        place: Place,
        context: Context,
        /// What the caller is told of its rate limit.
        told: Option<Box<HeaderMap>>,
    },
    Ready(Option<Response>),
}

impl Answering {
    fn ready(response: Response, is_head: bool) -> Self {
        Self { state: State::Ready(Some(response)), is_head }
    }

    fn refused(problem: Problem, request: &Request<Body>, context: &Context) -> Self {
        let response = respond::with_problem(problem, Place::of(request).path(), context);
        Self::ready(response, *request.method() == http::Method::HEAD)
    }

    /// A HEAD tells everything but the content, its length included (RFC 9110 §9.3.2).
    fn finished(&self, response: Response) -> Response {
        if !self.is_head {
            return response;
        }
        let (mut parts, body) = response.into_parts();
        let length = hyper::body::Body::size_hint(&body)
            .exact()
            .filter(|_| parts.headers.contains_key(CONTENT_TYPE));
        if let Some(length) = length {
            parts.headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
        }
        Response::from_parts(parts, Body::empty())
    }
}

impl Future for Answering {
    type Output = Result<Response, Infallible>;

    fn poll(mut self: Pin<&mut Self>, waker: &mut std::task::Context<'_>) -> Poll<Self::Output> {
        let response = match &mut self.state {
            State::Ready(response) => {
                response.take().expect("a future is not polled after it is done")
            }
            State::Running { running, endpoint, index, place, context, told } => {
                let polled = catch_unwind(AssertUnwindSafe(|| running.as_mut().poll(waker)));
                let mut response = match polled {
                    Ok(polled) => ready!(polled),
                    Err(panic) => respond::with_problem(
                        own::internal(message_of(&*panic)),
                        place.path(),
                        context,
                    ),
                };
                let route = &endpoint.routes[*index];
                for (name, value) in &route.fields {
                    response.headers_mut().append(name, value.clone());
                }
                if let Some(told) = told.take() {
                    response.headers_mut().extend(*told);
                }
                if route.operation.deprecation().is_some() {
                    response.headers_mut().extend(place.deprecation_link());
                }
                response
            }
        };
        Poll::Ready(Ok(self.finished(response)))
    }
}

fn message_of(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    format!("panicked: {}", text.unwrap_or("without a message"))
}

impl Exchange {
    /// Answers by an implementation: `decode` and `call` are all that depends on the operation's types.
    pub(super) async fn run<Q, F>(
        mut self,
        decode: fn(&mut Input<'_>) -> Result<Q, Invalid>,
        call: impl Fn(Context, Q) -> F + Send + Sync,
    ) -> Response
    where
        Q: Send,
        F: Future<Output = Result<Answer, Problem>> + Send + 'static,
    {
        let keyed = self.setting.keyed.take();
        let arrived = match self.arrive().await {
            Ok(arrived) => arrived,
            Err(response) => return *response,
        };
        let request = match arrived.decode(decode) {
            Ok(request) => request,
            Err(problem) => return arrived.refuse(problem),
        };
        if let Some(keyed) = keyed
            && let Some(key) = Keyed::key(arrived.operation, &arrived.parts.headers)
        {
            // A change that calls others runs to its end, whether this exchange lasts so long or not.
            let arrived = Arc::new(arrived);
            let mut first = Some(request);
            // A handler that runs again gets a request of its own.
            let mut call = |context| -> Calling {
                match first.take().map_or_else(|| arrived.decode(decode), Ok) {
                    Ok(request) => Box::pin(call(context, request)),
                    Err(problem) => Box::pin(std::future::ready(Err(problem))),
                }
            };
            // A box of its own, so that requests without a key do not carry the room for one.
            return Box::pin(keyed.answer(&arrived, &key, &mut call)).await;
        }
        let deadline = arrived.deadline();
        let running = call(arrived.context.clone(), request);
        let ended = if arrived.operation.method().is_safe() {
            tokio::time::timeout_at(deadline, running).await
        } else {
            tokio::time::timeout_at(deadline, to_the_end(running)).await
        };
        match ended {
            Ok(Ok(answer)) => arrived.answer(answer),
            Ok(Err(problem)) => arrived.refuse(problem),
            Err(_) => arrived.refuse(
                own::gateway_timeout().caused_by("the implementation did not answer in time"),
            ),
        }
    }

    /// Negotiates and reads the body, both under the deadline of the operation and of the caller.
    async fn arrive(self) -> Result<Arrived, Box<Response>> {
        let Self { operation, context, request, setting, place } = self;
        let Setting { limits, cursors, .. } = setting;
        let (parts, body) = request.into_parts();
        let context = context.with_deadline(Instant::now() + allowed_time(&parts, operation));
        match content(operation, &parts, body, limits, &context).await {
            Ok(body) => Ok(Arrived { operation, context, parts, body, place, limits, cursors }),
            Err(problem) => Err(Box::new(respond::with_problem(problem, place.path(), &context))),
        }
    }
}

/// When the answer is due.
fn deadline(context: &Context) -> tokio::time::Instant {
    context.deadline().expect("an exchange has a deadline").into()
}

/// Runs a change to its end, whether somebody waits for it or not: half of a change would be worse than none.
async fn to_the_end<F>(running: F) -> Result<Answer, Problem>
where
    F: Future<Output = Result<Answer, Problem>> + Send + 'static,
{
    match tokio::spawn(running).await {
        Ok(ended) => ended,
        Err(error) if error.is_panic() => Err(own::internal(message_of(&*error.into_panic()))),
        Err(error) => Err(own::internal(error)),
    }
}

/// The time of the operation; a caller may ask for less.
fn allowed_time(parts: &Parts, operation: &Operation) -> Duration {
    let asked =
        parts.headers.get(&header::TIMEOUT).and_then(|value| value.to_str().ok()?.parse().ok());
    let allowed = operation.timeout().min(header::LONGEST);
    asked.map_or(allowed, |millis| allowed.min(Duration::from_millis(millis)))
}

async fn content(
    operation: &'static Operation,
    parts: &Parts,
    body: Body,
    limits: Limits,
    context: &Context,
) -> Result<Bytes, Problem> {
    let has_representation = operation.successes().iter().any(|success| success.shape().is_some());
    if has_representation {
        negotiate::check_accept(&parts.headers)?;
    }
    let is_expected = operation.request_body().is_some();
    if !is_expected && hyper::body::Body::is_end_stream(&body) {
        return Ok(Bytes::new());
    }
    let deadline = deadline(context);
    if !is_expected {
        return match tokio::time::timeout_at(deadline, body::is_empty(body)).await {
            Ok(true) => Ok(Bytes::new()),
            Ok(false) => Err(own::validation(vec![Violation::in_body(
                "#",
                "must be absent: this operation takes no body",
            )])),
            Err(_) => Err(own::request_timeout()),
        };
    }
    let is_absent = hyper::body::Body::is_end_stream(&body);
    if !is_absent {
        let expected = BodyType::of(operation);
        negotiate::check_content(&parts.headers, expected).map_err(|problem| {
            if operation.method() == Method::Patch {
                problem.with_header(header::ACCEPT_PATCH.clone(), expected.accepted())
            } else {
                problem
            }
        })?;
    }
    match tokio::time::timeout_at(deadline, body::read(body, limits.body)).await {
        Ok(Ok(body)) => Ok(body),
        Ok(Err(BodyError::TooLarge)) => Err(own::payload_too_large(limits.body)),
        Ok(Err(BodyError::Broken(error))) => {
            Err(own::malformed("The body broke off.".to_owned()).caused_by(error))
        }
        Err(_) => Err(own::request_timeout()),
    }
}

impl Arrived {
    fn decode<Q>(&self, decode: fn(&mut Input<'_>) -> Result<Q, Invalid>) -> Result<Q, Problem> {
        let uri = &self.parts.uri;
        let mut input = Input::new(
            self.operation,
            uri.path(),
            uri.query(),
            &self.parts.headers,
            &self.body,
            &self.cursors,
        );
        let request = decode(&mut input);
        let request = input.finish(request)?;
        self.refuse_idle_precondition()?;
        Ok(request)
    }

    /// A change under a condition that nobody looks at must not happen (RFC 9110 §13.1.1, §13.1.2).
    fn refuse_idle_precondition(&self) -> Result<(), Problem> {
        if self.operation.method().is_safe() {
            return Ok(());
        }
        if self.parts.headers.contains_key(IF_NONE_MATCH) {
            let detail = "No operation of this API changes anything under If-None-Match.";
            return Err(own::precondition_failed().with_detail(detail));
        }
        if self.operation.precondition().is_some() {
            return Ok(());
        }
        match self.parts.headers.get(IF_MATCH) {
            Some(tags) if tags != "*" => {
                Err(own::precondition_failed().with_detail("This operation keeps no entity tags."))
            }
            _ => Ok(()),
        }
    }

    /// When the answer is due.
    pub(super) fn deadline(&self) -> tokio::time::Instant {
        deadline(&self.context)
    }

    pub(super) fn refuse(&self, problem: Problem) -> Response {
        respond::with_problem(problem, self.place.path(), &self.context)
    }

    pub(super) fn answer(&self, answer: Answer) -> Response {
        let asked = Asked {
            operation: self.operation,
            prefix: self.place.prefix(),
            is_verified: self.limits.verifies_answers,
            cursors: &self.cursors,
            path: self.parts.uri.path(),
            query: self.parts.uri.query(),
            headers: &self.parts.headers,
        };
        respond::with_answer(&asked, answer, &self.context)
            .unwrap_or_else(|problem| self.refuse(problem))
    }
}
