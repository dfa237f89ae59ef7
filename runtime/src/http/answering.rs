//! The future of a response: runs what answers a request, survives its panics, and tells when it is over.

use std::convert::Infallible;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Poll, ready};
use std::time::Instant;

use axum::body::Body;
use axum::response::Response;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, LINK, X_CONTENT_TYPE_OPTIONS};
use http::{HeaderMap, HeaderValue, Method, Request};

use super::endpoint::{Responding, Shared};
use super::header;
use super::place::Place;
use super::respond;
use crate::context::Context;
use crate::operation::Operation;
use crate::problem::{Problem, own};
use crate::telemetry::{Active, Told, request_span};

/// A body is what its media type says, and no browser guesses another.
pub(super) const NOSNIFF: HeaderValue = HeaderValue::from_static("nosniff");

/// The future of a response.
pub(super) struct Answering {
    state: State,
    request: Asked,
}

/// What answers.
enum State {
    /// Nobody yet.
    Begun,
    /// An implementation, or what stands before it; and what the caller is told of its rate limit.
    Running(Responding, Option<Box<HeaderMap>>),
    /// It is there.
    Ready(Response),
    /// It was taken.
    Over,
}

/// What is known of the request while it is being answered.
struct Asked {
    endpoint: Arc<Shared>,
    /// Which operation, where there is one for its method.
    route: Option<usize>,
    method: Method,
    context: Context,
    place: Place,
    arrived: Instant,
    span: tracing::Span,
    /// Counts the request among those that are being answered.
    _active: Option<Active>,
}

impl Answering {
    /// A request to an operation.
    pub(super) fn on(
        endpoint: &Arc<Shared>,
        route: usize,
        request: &Request<Body>,
        context: Context,
    ) -> Self {
        Self::new(endpoint, Some(route), request, context)
    }

    /// A request whose path is known and for whose method there is no operation.
    pub(super) fn without_route(
        endpoint: &Arc<Shared>,
        request: &Request<Body>,
        context: Context,
    ) -> Self {
        Self::new(endpoint, None, request, context)
    }

    fn new(
        endpoint: &Arc<Shared>,
        route: Option<usize>,
        request: &Request<Body>,
        context: Context,
    ) -> Self {
        let operation = route.map(|route| endpoint.routes[route].operation);
        let request = Asked {
            endpoint: Arc::clone(endpoint),
            route,
            method: request.method().clone(),
            place: Place::of(request),
            arrived: endpoint.setting.pace.instant(),
            span: request_span(endpoint.setting.api, operation, &context),
            _active: route.map(|route| endpoint.routes[route].requests.begin()),
            context,
        };
        Self { state: State::Begun, request }
    }

    pub(super) fn context(&self) -> &Context {
        &self.request.context
    }

    pub(super) fn place(&self) -> &Place {
        &self.request.place
    }

    /// Answers with a response that is there.
    pub(super) fn ready(mut self, response: Response) -> Self {
        self.state = State::Ready(response);
        self
    }

    /// Answers with a problem.
    pub(super) fn refused(self, problem: Problem) -> Self {
        let response = self.request.span.in_scope(|| {
            respond::with_problem(problem, self.request.place.path(), &self.request.context)
        });
        self.ready(response)
    }

    /// Answers with what comes of a future.
    pub(super) fn running(mut self, running: Responding, told: Option<HeaderMap>) -> Self {
        self.state = State::Running(running, told.map(Box::new));
        self
    }
}

impl Future for Answering {
    type Output = Result<Response, Infallible>;

    fn poll(mut self: Pin<&mut Self>, waker: &mut std::task::Context<'_>) -> Poll<Self::Output> {
        let Self { state, request } = &mut *self;
        let _inside = request.span.enter();
        let (response, told) = match state {
            State::Running(running, told) => {
                let polled = catch_unwind(AssertUnwindSafe(|| running.as_mut().poll(waker)));
                let response = match polled {
                    Ok(polled) => ready!(polled),
                    Err(panic) => respond::with_problem(
                        own::internal(message_of(&*panic)),
                        request.place.path(),
                        &request.context,
                    ),
                };
                (response, told.take())
            }
            State::Ready(_) => match std::mem::replace(state, State::Over) {
                State::Ready(response) => (response, None),
                _ => unreachable!("it was ready a moment ago"),
            },
            State::Begun | State::Over => {
                unreachable!("a future is polled when it has begun, and not after it is over")
            }
        };
        *state = State::Over;
        let response = request.finished(response, told);
        request.tell(&Told::Answered(&response));
        Poll::Ready(Ok(response))
    }
}

/// A caller that has gone is told of too.
impl Drop for Answering {
    fn drop(&mut self) {
        if let State::Running(..) = self.state {
            let _inside = self.request.span.enter();
            self.request.tell(&Told::Abandoned);
        }
    }
}

impl Asked {
    fn operation(&self) -> Option<&'static Operation> {
        Some(self.endpoint.routes[self.route?].operation)
    }

    /// The response with the fields that every one has.
    fn finished(&self, mut response: Response, told: Option<Box<HeaderMap>>) -> Response {
        let headers = response.headers_mut();
        if !headers.contains_key(&header::CORRELATION_ID) {
            headers.insert(header::CORRELATION_ID.clone(), self.context.correlation_header());
        }
        headers.insert(X_CONTENT_TYPE_OPTIONS, NOSNIFF);
        if let Some(route) = self.route {
            for (name, value) in &self.endpoint.routes[route].fields {
                headers.append(name, value.clone());
            }
        }
        if let Some(told) = told {
            headers.extend(*told);
        }
        if self.operation().is_some_and(|operation| operation.deprecation().is_some()) {
            headers.extend(self.place.deprecation_link());
            let successor = self.endpoint.setting.successor.as_ref();
            headers.extend(successor.map(|link| (LINK, link.clone())));
        }
        if self.method == Method::HEAD { without_content(response) } else { response }
    }

    fn tell(&self, told: &Told<'_>) {
        let took = self.endpoint.setting.pace.instant().saturating_duration_since(self.arrived);
        told.log(&self.method, self.operation(), took, &self.context);
        if let Some(route) = self.route {
            self.endpoint.routes[route].requests.end(told, took);
        }
    }
}

/// A HEAD tells everything but the content, its length included (RFC 9110 §9.3.2).
fn without_content(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let length = hyper::body::Body::size_hint(&body)
        .exact()
        .filter(|_| parts.headers.contains_key(CONTENT_TYPE));
    if let Some(length) = length {
        parts.headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
    }
    Response::from_parts(parts, Body::empty())
}

/// What a panic said.
pub(super) fn message_of(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    format!("panicked: {}", text.unwrap_or("without a message"))
}
