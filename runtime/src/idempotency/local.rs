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
use std::time::Duration;

use super::keeper::{ATTEMPTS, Keeper, RETRY_AFTER, again, in_progress, undo};
use super::key::IdempotencyKey;
use super::outcome::{Ended, Outcome, Owner, Verdict};
use crate::clock::SharedClock;
use crate::problem::own;
use crate::store::remembered::{Claim, Fingerprint, Scope};
use crate::store::transaction::Mishap;
use crate::store::{Error, OpenTransaction, Store, Transaction};

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
    keeper: Keeper,
}

/// Runs the handler once.
pub(crate) type Attempt<'a> =
    dyn FnMut(Transaction) -> Pin<Box<dyn Future<Output = Ended> + Send + 'a>> + Send + 'a;

impl Local {
    /// Keeps answers in a store, for 24 hours, with bodies of up to 1 MiB.
    pub fn new(store: Arc<dyn Store>) -> Self {
        Self { keeper: Keeper::new(store) }
    }

    /// Remembers an answer for so long after it was given. The documents of APIs promise at least 24 hours.
    #[must_use]
    pub fn retention(mut self, retention: Duration) -> Self {
        self.keeper.retention = retention;
        self
    }

    /// Remembers bodies of so many bytes at most; a longer one is undone and answered with a 500.
    #[must_use]
    pub fn max_answer(mut self, bytes: usize) -> Self {
        self.keeper.max_answer = bytes;
        self
    }

    /// Takes the time from another clock.
    #[must_use]
    pub fn with_clock(mut self, clock: SharedClock) -> Self {
        self.keeper.clock = clock;
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
        self.keeper.sweep_at_times();
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
        let remembered = match self.keeper.remembered(owner.label(), fingerprint, &ended) {
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
        let open = self.keeper.store.begin().await?;
        match open.claim(scope, self.keeper.clock.now()).await? {
            Claim::Free => Ok(Claimed::Ours(open)),
            Claim::Busy => {
                undo(open).await;
                Ok(Claimed::Decided(in_progress()))
            }
            Claim::Found(remembered) => {
                // What was found may still be on its way to the disk; this waits for it.
                open.commit().await?;
                Ok(Claimed::Decided(again(remembered, fingerprint)?))
            }
        }
    }
}

/// What taking a key led to.
enum Claimed {
    Ours(OpenTransaction),
    Decided(Outcome),
}
