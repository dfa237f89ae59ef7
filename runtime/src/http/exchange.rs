//! One request that found its operation: its body arrives, it is read, answered, and the answer is written.
//!
//! A request costs one boxed future, as it does in plain axum; everything that does not depend on an operation's types
//! is written once and not per operation.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::Poll;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::response::Response;
use bytes::Bytes;
use http::Request;
use http::header::{IF_MATCH, IF_NONE_MATCH};
use http::request::Parts;
use tracing::Instrument as _;

use super::answering::message_of;
use super::body::{self, BodyError};
use super::endpoint::{Calling, Setting, Shared};
use super::header;
use super::keyed::Keyed;
use super::load::{Buffered, Working};
use super::negotiate::{self, BodyType};
use super::place::Place;
use super::respond::{self, Asked};
use crate::context::Context;
use crate::idempotency::IdempotencyKey;
use crate::operation::{Answer, Input, Invalid, Method, Operation};
use crate::problem::{Problem, own};
use crate::shape::Violation;
use crate::telemetry::log_body;

/// One request that found its operation.
pub(super) struct Exchange {
    arrived: Arrived,
    /// What has not arrived yet.
    incoming: Body,
}

/// One request whose body is there.
pub(super) struct Arrived {
    pub(super) operation: &'static Operation,
    pub(super) context: Context,
    pub(super) parts: Parts,
    pub(super) body: Bytes,
    endpoint: Arc<Shared>,
    place: Place,
    /// Counts the body among those that are in memory.
    buffered: Option<Buffered>,
    /// Counts the request among those that are being worked on, from when it is.
    _working: Option<Working>,
}

impl Exchange {
    /// Starts the time that a request has.
    pub(super) fn begin(
        operation: &'static Operation,
        context: Context,
        request: Request<Body>,
        endpoint: Arc<Shared>,
        place: Place,
    ) -> Self {
        let (parts, incoming) = request.into_parts();
        let due = endpoint.setting.pace.instant() + allowed_time(&parts, operation);
        let arrived = Arrived {
            operation,
            context: context.with_deadline(due),
            parts,
            body: Bytes::new(),
            endpoint,
            place,
            buffered: None,
            _working: None,
        };
        Self { arrived, incoming }
    }

    /// Answers by an implementation: `decode`, `call` and `settle` are all that depends on the operation's types.
    ///
    /// The request stays where it is while it is answered. An `async fn` would have room for its arguments twice.
    pub(super) fn run<Q, F>(
        self,
        decode: fn(&mut Input<'_>) -> Result<Q, Invalid>,
        call: impl Fn(Context, Q) -> F + Send + Sync,
        settle: fn(F::Output) -> Result<Answer, Problem>,
    ) -> impl Future<Output = Response> + Send
    where
        Q: Send,
        F: Future + Send + 'static,
    {
        let Self { mut arrived, incoming } = self;
        async move {
            if let Err(problem) = arrived.arrive(incoming).await {
                return arrived.refuse(problem);
            }
            log_body("request", arrived.operation.request_body(), &arrived.body);
            let request = match arrived.decode(decode) {
                Ok(request) => request,
                Err(problem) => return arrived.refuse(problem),
            };
            let working = match arrived.start() {
                Ok(working) => working,
                Err(problem) => return arrived.refuse(problem),
            };
            if let Some((keyed, key)) = arrived.key() {
                // A change that calls others runs to its end, whether this exchange lasts so long or not.
                let arrived = Arc::new(Arrived { _working: Some(working), ..arrived });
                let mut first = Some(request);
                // A handler that runs again gets a request of its own.
                let mut call = |context| -> Calling {
                    match first.take().map_or_else(|| arrived.decode(decode), Ok) {
                        Ok(request) => {
                            let running = call(context, request);
                            Box::pin(async move { settle(running.await) })
                        }
                        Err(problem) => Box::pin(std::future::ready(Err(problem))),
                    }
                };
                // A box of its own, so that requests without a key do not carry the room for one.
                return Box::pin(keyed.answer(&arrived, &key, &mut call)).await;
            }
            let context = arrived.context.clone();
            let ended = if arrived.operation.method().is_safe() {
                arrived.in_time(pin!(call(context, request))).await.map(settle)
            } else {
                let running = to_the_end(Box::pin(call(context, request)), settle, working);
                arrived.in_time(pin!(running)).await
            };
            match ended {
                Some(Ok(answer)) => arrived.answer(answer),
                Some(Err(problem)) => arrived.refuse(problem),
                None => arrived.refuse(late()),
            }
        }
    }
}

/// An implementation that did not answer.
pub(super) fn late() -> Problem {
    own::gateway_timeout().caused_by("the implementation did not answer in time")
}

/// Runs a change to its end, whether somebody waits for it or not: half of a change would be worse than none. Until then
/// it counts as work.
///
/// What ends without waiting, such as a refusal, has nobody who could leave it: only what waits becomes a task. It comes
/// in a box because a task is moved several times before it runs, and a request can be large.
async fn to_the_end<F>(
    mut running: Pin<Box<F>>,
    settle: fn(F::Output) -> Result<Answer, Problem>,
    working: Working,
) -> Result<Answer, Problem>
where
    F: Future + Send + 'static,
{
    let at_once = poll_fn(|waker| Poll::Ready(running.as_mut().poll(waker).map(settle))).await;
    if let Poll::Ready(ended) = at_once {
        return ended;
    }
    let running = async move {
        let _working = working;
        settle(running.await)
    };
    match tokio::spawn(running.in_current_span()).await {
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
    setting: &Setting,
    due: Instant,
) -> Result<(Bytes, Buffered), Problem> {
    let nothing = || (Bytes::new(), setting.load.buffered());
    let has_representation = operation.successes().iter().any(|success| success.shape().is_some());
    if has_representation {
        negotiate::check_accept(&parts.headers)?;
    }
    let is_expected = operation.request_body().is_some();
    if !is_expected && hyper::body::Body::is_end_stream(&body) {
        return Ok(nothing());
    }
    if !is_expected {
        return match setting.pace.until(due, pin!(body::is_empty(body))).await {
            Some(true) => Ok(nothing()),
            Some(false) => Err(own::validation(vec![Violation::in_body(
                "#",
                "must be absent: this operation takes no body",
            )])),
            None => Err(own::request_timeout()),
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
    let (limit, mut buffered) = (setting.limits.body, setting.load.buffered());
    let read = {
        let reading = pin!(body::read(body, limit, |bytes| buffered.add(bytes)));
        setting.pace.until(due, reading).await
    };
    match read {
        Some(Ok(body)) => Ok((body, buffered)),
        Some(Err(BodyError::TooLarge)) => Err(own::payload_too_large(limit)),
        Some(Err(BodyError::NoRoom)) => Err(own::overloaded("too many bodies are held in memory")),
        Some(Err(BodyError::Broken(error))) => {
            Err(own::malformed("The body broke off.".to_owned()).caused_by(error))
        }
        None => Err(own::request_timeout()),
    }
}

impl Arrived {
    /// Negotiates and reads the body, both under the deadline of the operation and of the caller.
    async fn arrive(&mut self, incoming: Body) -> Result<(), Problem> {
        let (setting, due) = (&self.endpoint.setting, self.due());
        let (body, buffered) = content(self.operation, &self.parts, incoming, setting, due).await?;
        self.body = body;
        self.buffered = Some(buffered);
        Ok(())
    }

    /// Counts the request as work, unless that is too late or too much.
    fn start(&self) -> Result<Working, Problem> {
        // Who waits no more must not find later that something was done.
        if self.context.remaining().is_some_and(|left| left.is_zero()) {
            return Err(late());
        }
        self.endpoint.setting.load.enter()
    }

    /// The key of the request, and who remembers the answer.
    fn key(&self) -> Option<(Arc<Keyed>, IdempotencyKey)> {
        let keyed = self.endpoint.setting.keyed.as_ref()?;
        let key = Keyed::key(self.operation, &self.parts.headers)?;
        Some((Arc::clone(keyed), key))
    }

    fn due(&self) -> Instant {
        self.context.deadline().expect("an exchange has a deadline")
    }

    fn decode<Q>(&self, decode: fn(&mut Input<'_>) -> Result<Q, Invalid>) -> Result<Q, Problem> {
        let uri = &self.parts.uri;
        let mut input = Input::new(
            self.operation,
            uri.path(),
            uri.query(),
            &self.parts.headers,
            &self.body,
            &self.endpoint.setting.cursors,
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

    /// What comes of a future, unless the answer is due first.
    pub(super) async fn in_time<F: Future>(&self, answering: Pin<&mut F>) -> Option<F::Output> {
        self.endpoint.setting.pace.until(self.due(), answering).await
    }

    pub(super) fn refuse(&self, problem: Problem) -> Response {
        respond::with_problem(problem, self.place.path(), &self.context)
    }

    pub(super) fn answer(&self, answer: Answer) -> Response {
        let asked = Asked {
            operation: self.operation,
            prefix: self.place.prefix(),
            is_verified: self.endpoint.setting.limits.verifies_answers,
            cursors: &self.endpoint.setting.cursors,
            path: self.parts.uri.path(),
            query: self.parts.uri.query(),
            headers: &self.parts.headers,
        };
        respond::with_answer(&asked, answer, &self.context)
            .unwrap_or_else(|problem| self.refuse(problem))
    }
}
