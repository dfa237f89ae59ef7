//! Requests with an idempotency key: what of a request makes it the same, and what becomes of its answer.

use std::pin::pin;
use std::sync::Arc;

use axum::body::Body;
use axum::response::Response;
use http::HeaderValue;
use http_body_util::BodyExt as _;

use super::endpoint::Calling;
use super::exchange::{Arrived, late};
use super::header;
use crate::context::Context;
use crate::idempotency::{
    Asked, Attempt, Ended, IdempotencyKey, Mode, Outcome, Owner, Recorded, Verdict,
};
use crate::operation::{Answer, Api, Idempotency, Operation, Query, Tier, segment};
use crate::problem::Problem;
use crate::telemetry::keyed;

/// Statuses of refusals that may be another answer the next time: who asks, how often, how slowly.
const PASSING: [u16; 4] = [401, 403, 408, 429];

/// How an API answers requests with a key.
pub(super) struct Keyed {
    api: &'static Api,
    mode: Mode,
}

/// Calls the implementation once.
pub(super) type Call<'a> = dyn FnMut(Context) -> Calling + Send + 'a;

impl Keyed {
    /// Chooses how an API answers.
    ///
    /// A transaction travels in the context, and where tiers share a process the context is passed on as it is. So there
    /// is none where an implementation has anybody to pass it on to: it cannot get into a transaction of another tier.
    pub(super) fn new(api: &'static Api, mode: Mode) -> Self {
        let calls_others = matches!(api.tier, Tier::Experience | Tier::Process);
        let is_local = matches!(mode, Mode::Local(_));
        assert!(
            !(calls_others && is_local),
            "{}: an API of its tier calls others and must not keep a transaction open meanwhile; give it an idempotency::Flow",
            api.name
        );
        Self { api, mode }
    }

    /// The key of a request that was validated, where the operation knows keys.
    pub(super) fn key(operation: &Operation, headers: &http::HeaderMap) -> Option<IdempotencyKey> {
        match operation.idempotency_policy() {
            Idempotency::Required | Idempotency::Optional => {
                headers.get(&header::IDEMPOTENCY_KEY)?.to_str().ok()?.parse().ok()
            }
            Idempotency::Natural | Idempotency::None => None,
        }
    }

    /// Answers a request, once for each key.
    pub(super) async fn answer(
        &self,
        arrived: &Arc<Arrived>,
        key: &IdempotencyKey,
        call: &mut Call<'_>,
    ) -> Response {
        let owner = Owner {
            tenant: None,
            identity: arrived.context.identity(),
            api: (self.api.name, self.api.major),
            operation: arrived.operation.name(),
        };
        let fingerprint = asked(arrived).fingerprint();
        let outcome = match &self.mode {
            Mode::Local(local) => {
                let mut attempt: Box<Attempt<'_>> = Box::new(|transaction| {
                    let answering = call(arrived.context.clone().with_transaction(transaction));
                    Box::pin(async move { ended(arrived, answering.await).await })
                });
                arrived.in_time(pin!(local.answer(&owner, key, fingerprint, &mut *attempt))).await
            }
            Mode::Flow(flow) => {
                let answering = call(arrived.context.clone());
                let running = Arc::clone(arrived);
                let attempt = Box::pin(async move { ended(&running, answering.await).await });
                let remaining = arrived.context.remaining().unwrap_or_default();
                let answering = flow.answer(&owner, key, fingerprint, remaining, attempt);
                arrived.in_time(pin!(answering)).await
            }
        };
        let said = match &outcome {
            Some(Outcome::Answered(_)) => "answered",
            Some(Outcome::Replayed(_)) => "replayed",
            Some(Outcome::Refused(problem)) => problem.code(),
            None => "late",
        };
        keyed(self.api, arrived.operation, said);
        match outcome {
            Some(Outcome::Answered(answer)) => response(answer, arrived),
            Some(Outcome::Replayed(mut answer)) => {
                let is_replayed = HeaderValue::from_static("true");
                answer.fields.insert(header::IDEMPOTENCY_REPLAYED.clone(), is_replayed);
                response(answer, arrived)
            }
            Some(Outcome::Refused(problem)) => arrived.refuse(problem),
            None => arrived.refuse(late()),
        }
    }
}

/// What makes the request what it is.
fn asked(arrived: &Arrived) -> Asked<'_> {
    let (operation, uri) = (arrived.operation, &arrived.parts.uri);
    let names = operation.path().split('/').filter_map(|part| part.strip_prefix('{'));
    let names = names.filter_map(|part| part.strip_suffix('}'));
    let values = names.filter_map(|name| segment(operation.path(), uri.path(), name));
    let query = Query::parse(uri.query());
    let pairs = query.pairs().iter();
    Asked {
        method: operation.method().as_str(),
        route: operation.path(),
        path: values.map(Into::into).collect(),
        query: pairs
            .map(|pair| (pair.name.to_string(), pair.value.as_deref().unwrap_or("").to_owned()))
            .collect(),
        body: &arrived.body,
    }
}

/// What the implementation said, as it is sent, and what becomes of it.
async fn ended(arrived: &Arrived, said: Result<Answer, Problem>) -> Ended {
    let (response, declared, verdict) = match said {
        Ok(answer) => {
            let declared = answer.fields();
            let response = arrived.answer(answer);
            let is_success = response.status().as_u16() < 400;
            let verdict = if is_success { Verdict::Keep } else { Verdict::Forget };
            (response, declared, verdict)
        }
        Err(problem) => {
            let verdict = verdict(arrived.operation, &problem);
            (arrived.refuse(problem), Vec::new(), verdict)
        }
    };
    let (parts, body) = response.into_parts();
    let body = body.collect().await.map(http_body_util::Collected::to_bytes).unwrap_or_default();
    let answer = Recorded { status: parts.status, fields: parts.headers, body };
    Ended { answer, declared, verdict }
}

/// A decision of the business stands: a problem that the operation declares, and what is not implemented.
fn verdict(operation: &Operation, problem: &Problem) -> Verdict {
    let status = problem.status();
    let is_declared = || operation.declared_errors().iter().any(|ty| problem.is(ty));
    match status {
        501 => Verdict::Refuse,
        400..=499 if !PASSING.contains(&status) && is_declared() => Verdict::Refuse,
        _ => Verdict::Forget,
    }
}

/// The correlation id is that of this request; what the body says of the first one stays as it was.
fn response(answer: Recorded, arrived: &Arrived) -> Response {
    let mut response = Response::new(Body::from(answer.body));
    *response.status_mut() = answer.status;
    *response.headers_mut() = answer.fields;
    let fields = response.headers_mut();
    fields.insert(header::CORRELATION_ID.clone(), arrived.context.correlation_header());
    response
}

#[cfg(test)]
mod tests {
    use std::panic::catch_unwind;
    use std::sync::Arc;

    use super::{Keyed, Verdict, verdict};
    use crate::idempotency::{Flow, Local, Mode};
    use crate::operation::{Api, Method, Operation, Tier};
    use crate::problem::{Problem, ProblemType, own};
    use crate::store::Memory;

    const fn ty(uri: &'static str, status: u16) -> ProblemType {
        ProblemType { uri, code: "x", title: "X", status }
    }

    static SOLD_OUT: ProblemType = ty("https://x/sold-out", 409);
    static ODD: ProblemType = ty("https://x/odd", 400);
    static SUSPENDED: ProblemType = ty("https://x/suspended", 403);
    static BROKEN: ProblemType = ty("https://x/broken", 500);
    static OTHER: ProblemType = ty("https://x/other", 409);
    static OPERATION: Operation = Operation::new("order", Method::Post, "/orders")
        .errors(&[&SOLD_OUT, &ODD, &SUSPENDED, &BROKEN]);

    #[test]
    fn decisions_of_the_business_are_kept_and_accidents_are_not() {
        let refused = Verdict::Refuse;
        for (problem, expected) in [
            (SOLD_OUT.problem(), refused),
            (ODD.problem(), refused),
            (own::NOT_IMPLEMENTED.problem(), refused),
            (SUSPENDED.problem(), Verdict::Forget),
            (BROKEN.problem(), Verdict::Forget),
            (OTHER.problem(), Verdict::Forget),
            (own::VALIDATION_FAILED.problem(), Verdict::Forget),
            (own::precondition_failed(), Verdict::Forget),
            (own::internal("a bug"), Verdict::Forget),
            (own::unavailable("down"), Verdict::Forget),
            (own::gateway_timeout(), Verdict::Forget),
        ] as [(Problem, Verdict); 11]
        {
            assert_eq!(verdict(&OPERATION, &problem), expected, "{problem:?}");
        }
    }

    const fn api(tier: Tier) -> Api {
        Api {
            name: "x",
            title: "X",
            version: "1.0.0",
            major: 1,
            tier,
            digest: "0",
            openapi: "{}",
            asyncapi: None,
        }
    }

    #[test]
    fn an_api_that_calls_others_has_no_transaction() {
        static APIS: [Api; 4] =
            [api(Tier::Experience), api(Tier::Process), api(Tier::System), api(Tier::Service)];
        for (api, is_allowed) in APIS.iter().zip([false, false, true, true]) {
            let local = || Keyed::new(api, Mode::from(Local::new(Arc::new(Memory::new()))));
            assert_eq!(catch_unwind(local).is_ok(), is_allowed, "{:?}", api.tier);
            let flow = || Keyed::new(api, Mode::from(Flow::new(Arc::new(Memory::new()))));
            assert!(catch_unwind(flow).is_ok(), "{:?}", api.tier);
        }
    }
}
