//! One attempt: from a request that is written to an answer that is read, under the breaker and the bulkhead.

use std::pin::pin;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, Request, Response};
use http_body_util::Full;

use super::Client;
use super::target::Wait;
use crate::breaker::{Change, Pass, Refused, Verdict};
use crate::context::Context;
use crate::http::body::{self, BodyError};
use crate::http::connect::Broken;
use crate::http::header;
use crate::operation::{Answer, Operation, Written};
use crate::problem::{Problem, own};
use crate::retry::{Fault, retry_after};
use crate::telemetry::{Ended, Unmade};

/// An attempt without a result.
pub(super) enum End {
    /// It was not made.
    Refused(Problem),
    /// It failed.
    Failed(Problem, Fault),
}

/// Which attempt of which call.
#[derive(Clone, Copy)]
pub(super) struct Attempt<'c> {
    pub(super) context: &'c Context,
    pub(super) operation: &'static Operation,
    /// The first is number one.
    pub(super) number: u32,
    /// What a first attempt pays for retries, in percent of one.
    pub(super) share: Option<u32>,
}

impl Client {
    /// Makes an attempt, unless the target has enough of them or is not to be called.
    pub(super) async fn attempt(
        &self,
        attempt: Attempt<'_>,
        written: Written,
    ) -> Result<Answer, End> {
        let target = &*self.target;
        let allowed = self.allowed(attempt.operation);
        let mut now = self.pace.instant();
        let deadline = attempt.context.deadline();
        if let Some(refused) = target.breaker.as_ref().and_then(|breaker| breaker.refusal(now)) {
            target.calls.unmade(Unmade::Breaker);
            return Err(End::Refused(open(refused)));
        }
        let latest = deadline.map_or(now + allowed, |deadline| deadline.min(now + allowed));
        let (_permit, wait) = target.place(&self.pace, now, latest).await.map_err(End::Refused)?;
        if wait == Wait::Some {
            now = self.pace.instant();
        }
        let patience = deadline
            .map_or(allowed, |deadline| deadline.saturating_duration_since(now).min(allowed));
        if patience.is_zero() {
            return Err(End::Refused(late(attempt.operation, patience)));
        }
        let request = self.request(attempt, written, patience).map_err(End::Refused)?;
        let pass = self.pass(now).map_err(End::Refused)?;
        if let Some(share) = attempt.share {
            target.budget.deposit(now, share);
        }
        let answer = pin!(self.answer(attempt.operation, request));
        let answer = self.pace.until(now + patience, answer).await;
        let answer =
            answer.unwrap_or_else(|| Err((late(attempt.operation, patience), Fault::Timeout)));
        let over = self.pace.instant();
        target.calls.attempted(
            attempt.operation,
            ended(&answer),
            over.saturating_duration_since(now),
        );
        if let Some(pass) = pass {
            let verdict = verdict(&answer, patience, allowed);
            self.settle(pass, verdict, over);
        }
        answer.map_err(|(problem, fault)| End::Failed(problem, fault))
    }

    /// How long an answer may take.
    fn allowed(&self, operation: &Operation) -> Duration {
        self.timeout.unwrap_or(operation.timeout()).min(header::LONGEST)
    }

    fn pass(&self, now: Instant) -> Result<Option<Pass<'_>>, Problem> {
        let Some(breaker) = &self.target.breaker else { return Ok(None) };
        let pass = breaker.admit(now).map_err(|refused| {
            self.target.calls.unmade(Unmade::Breaker);
            open(refused)
        })?;
        if pass.is_probe() {
            tracing::info!(
                server = self.base.server(),
                "the breaker is half-open: one call probes"
            );
        }
        Ok(Some(pass))
    }

    fn settle(&self, pass: Pass<'_>, verdict: Verdict, now: Instant) {
        let (server, calls) = (self.base.server(), &self.target.calls);
        match pass.settle(verdict, now) {
            None => {}
            Some(Change::Opened { calls: count, failures }) => {
                calls.held_back();
                tracing::warn!(server, calls = count, failures, "the breaker opened");
            }
            Some(Change::StaysOpen) => {
                tracing::warn!(server, "the probe failed: the breaker stays open");
            }
            Some(Change::Closed) => {
                calls.let_through();
                tracing::info!(server, "the breaker closed");
            }
        }
    }

    fn request(
        &self,
        attempt: Attempt<'_>,
        written: Written,
        patience: Duration,
    ) -> Result<Request<Full<Bytes>>, Problem> {
        let Attempt { context, operation, number, .. } = attempt;
        let uri = self
            .base
            .join(&written.target)
            .map_err(|error| own::internal(format!("{}: {error}", operation.name())))?;
        let mut request = Request::new(Full::new(written.body.unwrap_or_default()));
        *request.method_mut() = operation.method().to_http_ref().clone();
        *request.uri_mut() = uri;
        *request.headers_mut() = written.headers;
        let headers = request.headers_mut();
        headers
            .insert(ACCEPT, HeaderValue::from_static("application/json, application/problem+json"));
        headers.insert(header::CORRELATION_ID.clone(), context.correlation_header());
        // Zero would say that nobody waits.
        let millis = u64::try_from(patience.as_millis()).unwrap_or(u64::MAX).max(1);
        headers.insert(header::TIMEOUT.clone(), HeaderValue::from(millis));
        if number > 1 {
            headers.insert(header::ATTEMPT.clone(), HeaderValue::from(number));
        }
        context.trace().child().write(headers);
        Ok(request)
    }

    async fn answer(
        &self,
        operation: &'static Operation,
        request: Request<Full<Bytes>>,
    ) -> Result<Answer, (Problem, Fault)> {
        let response = self.connect.send(request).await.map_err(|broken| match broken {
            Broken::Unsent(reason) => (own::unavailable(reason), Fault::Connect),
            Broken::Sent(reason) => (own::bad_gateway(reason), Fault::Broken),
        })?;
        let (parts, body) = response.into_parts();
        let body = body::read(body, self.max_response, |_| true).await.map_err(|error| {
            let name = operation.name();
            match error {
                BodyError::TooLarge | BodyError::NoRoom => {
                    (own::bad_gateway(format!("{name}: the response is too large")), Fault::Final)
                }
                BodyError::Broken(error) => {
                    let cause = format!("{name}: the response broke off: {error}");
                    (own::bad_gateway(cause), Fault::Broken)
                }
            }
        })?;
        if parts.status.is_client_error() || parts.status.is_server_error() {
            let after = retry_after(&parts.headers, self.pace.now());
            let fault = Fault::Answer(parts.status.as_u16(), after);
            let problem = problem_in(operation, &Response::from_parts(parts, body));
            // A date means little to a caller whose clock differs: it is told in seconds.
            let problem = match after {
                Some(after) => problem.with_retry_after(whole_seconds(after)),
                None => problem,
            };
            return Err((problem, fault));
        }
        Ok(Answer::received(operation, parts.status, parts.headers, body))
    }
}

/// What the end of an attempt says about the target.
///
/// A caller in a hurry says nothing: a timeout counts where at least half of the time that the operation may take was
/// given to it.
fn verdict(
    answer: &Result<Answer, (Problem, Fault)>,
    patience: Duration,
    allowed: Duration,
) -> Verdict {
    match answer {
        Err((_, Fault::Timeout)) if patience < allowed / 2 => Verdict::Unknown,
        Err((_, fault)) if fault.is_against_target() => Verdict::Fails,
        Ok(_) | Err(_) => Verdict::Works,
    }
}

/// How an attempt ended, for whoever counts.
fn ended(answer: &Result<Answer, (Problem, Fault)>) -> Ended {
    match answer {
        Ok(answer) => Ended::Status(answer.status()),
        Err((_, Fault::Answer(status, _))) => Ended::Status(*status),
        Err((_, Fault::Connect)) => Ended::Unconnected,
        Err((_, Fault::Broken | Fault::Final)) => Ended::Broken,
        Err((_, Fault::Timeout)) => Ended::Late,
    }
}

fn late(operation: &Operation, patience: Duration) -> Problem {
    own::gateway_timeout().caused_by(format!("{}: no answer in {patience:?}", operation.name()))
}

fn open(refused: Refused) -> Problem {
    own::circuit_open(whole_seconds(refused.after))
}

/// Rounded up, for `Retry-After`.
fn whole_seconds(time: Duration) -> u32 {
    let seconds = time.as_secs() + u64::from(time.subsec_nanos() > 0);
    u32::try_from(seconds).unwrap_or(u32::MAX)
}

/// The problem that an error response carries; one that carries none is a fault of the server.
fn problem_in(operation: &Operation, response: &Response<Bytes>) -> Problem {
    let problem = is_problem(response.headers())
        .then(|| Problem::parse(response.status(), response.headers(), response.body()))
        .flatten();
    problem.unwrap_or_else(|| {
        let cause = format!(
            "{}: status {} without a problem document",
            operation.name(),
            response.status()
        );
        match response.status().as_u16() {
            408 | 504 => own::gateway_timeout().caused_by(cause),
            429 | 503 => own::unavailable(cause),
            _ => own::bad_gateway(cause),
        }
    })
}

fn is_problem(headers: &HeaderMap) -> bool {
    let value = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = value.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("application/problem+json")
}
