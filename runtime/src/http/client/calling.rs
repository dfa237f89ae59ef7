//! One call: as many attempts as the policy of the operation, the deadline and the budget allow.
//!
//! A request is written anew for each attempt instead of being kept: a call that succeeds at once, as nearly all do,
//! pays nothing for the attempts that it did not need. What must be the same in all of them is the idempotency key; it
//! is the caller's, or made before the first attempt.

use http::HeaderValue;

use super::attempt::{Attempt, End};
use super::{Client, Retries};
use crate::context::Context;
use crate::http::header::IDEMPOTENCY_KEY;
use crate::idempotency::IdempotencyKey;
use crate::operation::{Answer, Encode, Idempotency, Operation, Output, Retry, Written};
use crate::problem::Problem;
use crate::retry::{Circumstances, Decision, Fault, Repetition, Stop, decide};

impl Client {
    /// Calls until there is an answer or no reason to try again.
    pub(super) async fn exchange(
        &self,
        context: &Context,
        operation: &'static Operation,
        request: &dyn Encode,
    ) -> Result<Answer, Problem> {
        let policy = self.policy(operation);
        let mut written = written(operation, request)?;
        let key = key(operation, policy, &written);
        let repetition = repetition(operation, key.is_some() || has_key(&written));
        let mut last = None;
        let mut number = 1;
        loop {
            if let Some(key) = &key {
                written.headers.insert(IDEMPOTENCY_KEY.clone(), key.clone());
            }
            let share = policy.filter(|_| number == 1).map(|policy| policy.budget_percent);
            let attempt = Attempt { context, operation, number, share };
            let (problem, fault) = match self.attempt(attempt, written).await {
                Ok(answer) => return Ok(answer),
                Err(End::Refused(problem)) => return Err(last.unwrap_or(problem)),
                Err(End::Failed(problem, fault)) => (problem, fault),
            };
            if !self.again(&attempt, policy, repetition, fault, &problem).await {
                return Err(problem);
            }
            last = Some(problem);
            number += 1;
            written = self::written(operation, request)?;
        }
    }

    /// The policy of the operation, where there is more than one attempt in it.
    fn policy(&self, operation: &Operation) -> Option<Retry> {
        let policy = operation.retry_policy().filter(|policy| policy.attempts > 1);
        policy.filter(|_| self.retries == Retries::ByPolicy)
    }

    /// Decides whether there is a next attempt, and waits for its time.
    async fn again(
        &self,
        attempt: &Attempt<'_>,
        policy: Option<Retry>,
        repetition: Repetition,
        fault: Fault,
        problem: &Problem,
    ) -> bool {
        if policy.is_none() {
            return false;
        }
        let now = self.pace.instant();
        let circumstances = Circumstances {
            policy,
            repetition,
            attempts: attempt.number,
            now,
            deadline: attempt.context.deadline(),
            longest: self.longest_wait,
            random: self.target.jitter.next(),
        };
        match decide(fault, &circumstances, &self.target.budget) {
            Decision::Again(wait) => {
                let (operation, correlation_id) =
                    (attempt.operation.name(), attempt.context.correlation_id());
                let wait_ms = u64::try_from(wait.as_millis()).unwrap_or(u64::MAX);
                tracing::warn!(
                    operation,
                    server = self.base.server(),
                    correlation_id,
                    attempt = attempt.number,
                    status = problem.status(),
                    cause = problem.cause(),
                    wait_ms,
                    "an attempt failed; trying again"
                );
                self.target.calls.retried(attempt.operation);
                self.pace.sleep_until(now + wait).await;
                true
            }
            Decision::Stop(stop) => {
                self.gave_up(attempt, stop, problem);
                false
            }
        }
    }

    /// Tells the log why there is no next attempt, where the problem does not say it already.
    fn gave_up(&self, attempt: &Attempt<'_>, stop: Stop, problem: &Problem) {
        let Some(reason) = stop.reason() else { return };
        tracing::warn!(
            operation = attempt.operation.name(),
            server = self.base.server(),
            correlation_id = attempt.context.correlation_id(),
            attempt = attempt.number,
            status = problem.status(),
            reason,
            "an attempt failed; not trying again"
        );
    }
}

fn written(operation: &'static Operation, request: &dyn Encode) -> Result<Written, Problem> {
    let mut output = Output::new(operation);
    request.encode(&mut output);
    output.finish()
}

fn has_key(written: &Written) -> bool {
    written.headers.contains_key(&IDEMPOTENCY_KEY)
}

/// A key where one makes retries safe and the caller gave none.
fn key(operation: &Operation, policy: Option<Retry>, written: &Written) -> Option<HeaderValue> {
    let is_wanted = operation.idempotency_policy() == Idempotency::Optional && policy.is_some();
    if !is_wanted || has_key(written) {
        return None;
    }
    HeaderValue::try_from(IdempotencyKey::fresh().to_field_value()).ok()
}

/// What sending the request again would do.
fn repetition(operation: &Operation, has_key: bool) -> Repetition {
    match operation.idempotency_policy() {
        Idempotency::Natural => Repetition::Natural,
        Idempotency::Required | Idempotency::Optional if has_key => Repetition::Keyed,
        Idempotency::Required | Idempotency::Optional | Idempotency::None => Repetition::Unsafe,
    }
}
