//! Local mode: a request with a key is one transaction.
//!
//! **A business failure** (a declared 4xx) is remembered, its effects are not. Two ways lead there: a savepoint before
//! the handler, or undoing everything and keeping the answer in a second transaction. It is the second: a savepoint
//! costs every request a statement, and every request that writes a second transaction id, so that the few that fail
//! need one round trip less. Between the two transactions the key is free for a moment. That is safe: nothing was done,
//! and whoever takes the key in that moment decides the answer that both give.
//!
//! **A conflict** with another transaction (a serialization failure, a deadlock) is nobody's fault: the handler runs
//! again, a few times, on a fresh transaction. The same holds when the outcome of a commit is unknown because the
//! connection broke: the next look at the key tells.
//!
//! **An answer that is too large to remember** is a mistake of the service, because its repetition could not be
//! answered: everything is undone, and the caller is told that the server failed.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, StatusCode};

use super::digest::Digest;
use super::fields;
use super::key::IdempotencyKey;
use crate::clock::{self, SharedClock};
use crate::context::Identity;
use crate::problem::{Problem, own};
use crate::store::remembered::{Claim, Fingerprint, Remembered, Scope};
use crate::store::transaction::Mishap;
use crate::store::{Error, OpenTransaction, Store, Transaction};

/// How long an answer is remembered; the documents of APIs promise this much.
const RETENTION: Duration = Duration::from_hours(24);

/// Longest body of an answer that is remembered.
const MAX_ANSWER: usize = 1 << 20;

/// How often a handler runs for one request at most.
const ATTEMPTS: u32 = 3;

/// Seconds after which to ask again while the first request is running.
const RETRY_AFTER: u32 = 1;

/// How often expired answers are looked for.
const SWEEP_EVERY: i64 = 60_000_000;

/// Expired answers that are removed in one transaction, and how many transactions in a row.
const SWEEP: (u32, u32) = (500, 20);

/// Idempotency of operations that only write their own store; cheap to clone.
///
/// ```
/// use std::sync::Arc;
/// use std::time::Duration;
///
/// use tiebeam::idempotency::Local;
/// use tiebeam::store::Memory;
///
/// let local = Local::new(Arc::new(Memory::new())).retention(Duration::from_hours(48));
/// ```
#[derive(Debug, Clone)]
pub struct Local {
    store: Arc<dyn Store>,
    clock: SharedClock,
    retention: Duration,
    max_answer: usize,
    /// When expired answers are looked for next.
    next_sweep: Arc<AtomicI64>,
}

/// Whose key it is.
pub(crate) struct Owner<'a> {
    /// Nobody speaks of tenants yet.
    pub(crate) tenant: Option<&'a str>,
    pub(crate) identity: Option<&'a Identity>,
    /// Name and major version.
    pub(crate) api: (&'a str, u32),
    pub(crate) operation: &'a str,
}

/// An answer as it is sent.
#[derive(Debug, Clone)]
pub(crate) struct Recorded {
    pub(crate) status: StatusCode,
    pub(crate) fields: HeaderMap,
    pub(crate) body: Bytes,
}

/// What is to become of an answer and of the effects that came with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It succeeded: both are kept.
    Keep,
    /// It was refused for a reason of the business: the answer is kept, the effects are not.
    Refuse,
    /// It did not come to a decision: neither is kept.
    Forget,
}

/// How an attempt to answer ended.
pub(crate) struct Ended {
    pub(crate) answer: Recorded,
    /// The fields that the contract declares for the answer.
    pub(crate) declared: Vec<HeaderName>,
    pub(crate) verdict: Verdict,
}

/// Runs the handler once.
pub(crate) type Attempt<'a> =
    dyn FnMut(Transaction) -> Pin<Box<dyn Future<Output = Ended> + Send + 'a>> + Send + 'a;

/// What the caller gets.
pub(crate) enum Outcome {
    /// The handler's answer.
    Answered(Recorded),
    /// The answer that was given before.
    Replayed(Recorded),
    /// The handler did not decide.
    Refused(Problem),
}

impl Local {
    /// Keeps answers in a store, for 24 hours, with bodies of up to 1 MiB.
    pub fn new(store: Arc<dyn Store>) -> Self {
        Self {
            store,
            clock: clock::system(),
            retention: RETENTION,
            max_answer: MAX_ANSWER,
            next_sweep: Arc::default(),
        }
    }

    /// Remembers an answer for so long after it was given. The documents of APIs promise at least 24 hours.
    #[must_use]
    pub fn retention(mut self, retention: Duration) -> Self {
        self.retention = retention;
        self
    }

    /// Remembers bodies of so many bytes at most; a longer one is undone and answered with a 500.
    #[must_use]
    pub fn max_answer(mut self, bytes: usize) -> Self {
        self.max_answer = bytes;
        self
    }

    /// Takes the time from another clock.
    #[must_use]
    pub fn with_clock(mut self, clock: SharedClock) -> Self {
        self.clock = clock;
        self
    }

    /// Answers a request, once for each key.
    pub(crate) async fn answer(
        &self,
        owner: &Owner<'_>,
        key: &IdempotencyKey,
        fingerprint: Fingerprint,
        attempt: &mut Attempt<'_>,
    ) -> Outcome {
        let scope = owner.scope(key);
        let mut left = ATTEMPTS;
        let outcome = loop {
            left -= 1;
            match self.once(owner, scope, fingerprint, attempt).await {
                Ok(outcome) => break outcome,
                Err(error) if left > 0 && (error.is_conflict() || error.is_unavailable()) => {
                    tracing::debug!(
                        operation = owner.operation,
                        cause = error.to_string(),
                        "runs again"
                    );
                }
                Err(error) => break Outcome::Refused(error.into()),
            }
        };
        self.sweep_at_times();
        outcome
    }

    /// One transaction from the claim to the end. An error means that nothing was done, or that the next claim tells.
    async fn once(
        &self,
        owner: &Owner<'_>,
        scope: Scope,
        fingerprint: Fingerprint,
        attempt: &mut Attempt<'_>,
    ) -> Result<Outcome, Error> {
        let open = match self.claim(scope, fingerprint).await? {
            Claimed::Ours(open) => open,
            Claimed::Decided(outcome) => return Ok(outcome),
        };
        let ended = attempt(open.handle()).await;
        let (verdict, mishap) = (ended.verdict, open.mishap());
        if mishap == Mishap::Conflict {
            open.rollback().await?;
            return Err(Error::conflict("another transaction was in the way of a statement"));
        }
        let is_remembered = match verdict {
            Verdict::Keep => true,
            // What a handler concludes from a store that fails is nothing to rely on.
            Verdict::Refuse => mishap != Mishap::Unavailable,
            Verdict::Forget => false,
        };
        if !is_remembered {
            undo(open).await;
            return Ok(Outcome::Answered(ended.answer));
        }
        if verdict == Verdict::Keep && mishap != Mishap::None {
            undo(open).await;
            return Ok(Outcome::Refused(match mishap {
                Mishap::Unavailable => {
                    own::unavailable("the store failed").with_retry_after(RETRY_AFTER)
                }
                _ => own::internal("the answer is a success, but a statement failed"),
            }));
        }
        let remembered = match self.remembered(owner, fingerprint, &ended) {
            Ok(remembered) => remembered,
            Err(problem) => {
                undo(open).await;
                return Ok(Outcome::Refused(*problem));
            }
        };
        let open = if verdict == Verdict::Keep {
            open
        } else {
            open.rollback().await?;
            match self.claim(scope, fingerprint).await? {
                Claimed::Ours(open) => open,
                Claimed::Decided(outcome) => return Ok(outcome),
            }
        };
        open.commit_answer(scope, remembered).await?;
        Ok(Outcome::Answered(ended.answer))
    }

    /// Takes the key, or says what the caller gets instead.
    async fn claim(&self, scope: Scope, fingerprint: Fingerprint) -> Result<Claimed, Error> {
        let open = self.store.begin().await?;
        match open.claim(scope, self.clock.now()).await? {
            Claim::Free => Ok(Claimed::Ours(open)),
            Claim::Busy => {
                undo(open).await;
                let problem = own::request_in_progress().with_retry_after(RETRY_AFTER);
                Ok(Claimed::Decided(Outcome::Refused(problem)))
            }
            Claim::Found(remembered) => {
                // What was found may still be on its way to the disk; this waits for it.
                open.commit().await?;
                if remembered.fingerprint != fingerprint {
                    return Ok(Claimed::Decided(Outcome::Refused(own::idempotency_key_reused())));
                }
                Ok(Claimed::Decided(Outcome::Replayed(Recorded {
                    status: StatusCode::from_u16(remembered.status).map_err(Error::rejected)?,
                    fields: fields::read(&remembered.fields),
                    body: remembered.body,
                })))
            }
        }
    }

    fn remembered(
        &self,
        owner: &Owner<'_>,
        fingerprint: Fingerprint,
        ended: &Ended,
    ) -> Result<Remembered, Box<Problem>> {
        let size = ended.answer.body.len();
        if size > self.max_answer {
            return Err(Box::new(own::internal(format!(
                "{}: the answer has {size} bytes, and at most {} are remembered",
                owner.operation, self.max_answer
            ))));
        }
        let expires = self.clock.now().saturating_add(self.retention);
        Ok(Remembered {
            operation: format!("{}/{} {}", owner.api.0, owner.api.1, owner.operation),
            fingerprint,
            status: ended.answer.status.as_u16(),
            fields: fields::write(&ended.answer.fields, &ended.declared),
            body: ended.answer.body.clone(),
            expires: expires.unwrap_or(jiff::Timestamp::MAX).as_microsecond(),
        })
    }

    /// Removes expired answers, in small transactions and beside the requests; at most once a minute.
    fn sweep_at_times(&self) {
        let now = self.clock.now();
        let due = self.next_sweep.load(Ordering::Relaxed);
        let next = now.as_microsecond().saturating_add(SWEEP_EVERY);
        if now.as_microsecond() < due
            || self
                .next_sweep
                .compare_exchange(due, next, Ordering::Relaxed, Ordering::Relaxed)
                .is_err()
        {
            return;
        }
        let store = Arc::clone(&self.store);
        tokio::spawn(async move {
            for _ in 0..SWEEP.1 {
                match store.sweep(now, SWEEP.0).await {
                    Ok(count) if count < u64::from(SWEEP.0) => return,
                    Ok(_) => {}
                    Err(error) => {
                        let cause = error.to_string();
                        tracing::warn!(cause, "expired answers were not removed");
                        return;
                    }
                }
            }
        });
    }
}

/// What taking a key led to.
enum Claimed {
    Ours(OpenTransaction),
    Decided(Outcome),
}

impl Owner<'_> {
    /// Who asks, what of, and under which key. Nobody in particular is somebody too, and not the same as an empty name.
    fn scope(&self, key: &IdempotencyKey) -> Scope {
        let mut digest = Digest::new("scope");
        digest.optional(self.tenant);
        digest.optional(self.identity.map(|identity| identity.subject.as_str()));
        digest.optional(self.identity.and_then(|identity| identity.client.as_deref()));
        digest.part(self.api.0.as_bytes());
        digest.part(&self.api.1.to_be_bytes());
        digest.part(self.operation.as_bytes());
        digest.part(key.as_str().as_bytes());
        Scope(digest.finish())
    }
}

/// Rolls back. Where that fails the store undoes the transaction by itself, and the answer is the same.
async fn undo(open: OpenTransaction) {
    if let Err(error) = open.rollback().await {
        tracing::debug!(cause = error.to_string(), "a transaction was not rolled back by us");
    }
}
