//! Flow mode: a request with a key holds it by a lease while its implementation calls others, in no transaction.
//!
//! **Three transactions** take the place of one: the first takes the key and says until when its holder is surely alive,
//! renewals say so again while the implementation runs, and the last writes the answer and lets go of the key. Each but
//! the first goes by the token of the run, so that a run that was paused for longer than its lease, and was taken over
//! meanwhile, writes nothing.
//!
//! **What is promised** is one answer, and one effect as far as each step has a key of its own. A process that dies in the
//! middle has had some of its effects; nobody can undo them, because they are elsewhere. Its lease runs out, and the
//! repetition runs the implementation again under the same key. A step whose key [follows](crate::Context::step_key) from
//! that one is then repeated with the same key, and answered by whoever was called without being done again.
//!
//! **A run belongs to nobody's connection.** It is a task of its own from the first transaction to the last, so a caller
//! that goes away, or stops waiting, changes nothing: the answer is there when it comes again.
//!
//! **A repetition of a running request** waits a while for the end instead of being sent away at once: in the same
//! process until it is told, otherwise by looking again and again, with growing pauses. It holds no connection meanwhile.
//!
//! **Clocks** of several instances need to agree to within a third of the lease only: a holder renews with two thirds
//! left. Where they differ by more, a request may run twice at the same time; it is still answered once.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::oneshot;

use super::keeper::Keeper;
use super::key::IdempotencyKey;
use super::outcome::{Outcome, Owner};
use super::run::{Attempt, Run};
use super::running::Running;
use crate::clock::SharedClock;
use crate::problem::own;
use crate::store::Store;
use crate::store::remembered::Fingerprint;

/// How long a key is held without a sign of life.
const LEASE: Duration = Duration::from_secs(30);

/// A lease that is shorter than this cannot be renewed in time.
const SHORTEST_LEASE: Duration = Duration::from_millis(30);

/// How long a repetition waits for the end of the request that it repeats.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long a key is held by one run at most.
const LONGEST_RUN: Duration = Duration::from_mins(10);

/// Idempotency of operations that call others; cheap to clone.
///
/// ```
/// use std::sync::Arc;
/// use std::time::Duration;
///
/// use tiebeam::idempotency::Flow;
/// use tiebeam::store::Memory;
///
/// let flow = Flow::new(Arc::new(Memory::new())).lease(Duration::from_secs(10));
/// ```
#[derive(Debug, Clone)]
pub struct Flow {
    pub(super) keeper: Keeper,
    pub(super) lease: Duration,
    pub(super) patience: Duration,
    pub(super) longest_run: Duration,
    pub(super) running: Running,
}

impl Flow {
    /// Keeps answers in a store, for 24 hours, with bodies of up to 1 MiB.
    pub fn new(store: Arc<dyn Store>) -> Self {
        Self {
            keeper: Keeper::new(store),
            lease: LEASE,
            patience: PATIENCE,
            longest_run: LONGEST_RUN,
            running: Running::default(),
        }
    }

    /// Remembers an answer for so long after it was given. The documents of APIs promise at least 24 hours.
    #[must_use]
    pub fn retention(mut self, retention: Duration) -> Self {
        self.keeper.retention = retention;
        self
    }

    /// Remembers bodies of so many bytes at most; a longer one is answered with a 500, and the key is free.
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

    /// Lets a repetition run the request again so long after the last sign of life of the process that ran it; 30 s unless
    /// set, 30 ms at least.
    #[must_use]
    pub fn lease(mut self, lease: Duration) -> Self {
        self.lease = lease.max(SHORTEST_LEASE);
        self
    }

    /// Lets a repetition wait so long for the end of the request that it repeats, and never longer than its caller waits;
    /// 5 s unless set.
    #[must_use]
    pub fn patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Gives up the key of a run that takes longer than this; 10 min unless set. Without a bound an implementation that
    /// hangs would keep its key as long as its process lives.
    #[must_use]
    pub fn longest_run(mut self, longest_run: Duration) -> Self {
        self.longest_run = longest_run;
        self
    }

    /// Answers a request, once for each key; the caller waits for so long.
    pub(crate) async fn answer(
        &self,
        owner: &Owner<'_>,
        key: &IdempotencyKey,
        fingerprint: Fingerprint,
        remaining: Duration,
        attempt: Attempt,
    ) -> Outcome {
        // Whoever waits to the last moment cannot be answered any more.
        let patience = self.patience.min(remaining / 4 * 3);
        let (told, outcome) = oneshot::channel();
        let run = Run::new(self, owner, key, fingerprint, patience);
        tokio::spawn(run.complete(attempt, told));
        let outcome = outcome.await;
        self.keeper.sweep_at_times();
        outcome.unwrap_or_else(|_| Outcome::Refused(own::internal("the run ended untold")))
    }
}
