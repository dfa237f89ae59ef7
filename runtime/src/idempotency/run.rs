//! One request in flow mode, from the first transaction to the last.

use std::convert::Infallible;
use std::pin::Pin;
use std::time::{Duration, Instant};

use tokio::sync::oneshot;
use uuid::Uuid;

use super::flow::Flow;
use super::keeper::{ATTEMPTS, after, again, in_progress, undo};
use super::key::IdempotencyKey;
use super::outcome::{Ended, Outcome, Owner, Verdict};
use super::running::Entry;
use crate::problem::{Problem, own};
use crate::store::Error;
use crate::store::remembered::{Fingerprint, Hold, Known, Lease, Remembered, Scope, Token};

/// Pauses between two looks at a key that another process holds.
const FIRST_PAUSE: Duration = Duration::from_millis(10);
const LONGEST_PAUSE: Duration = Duration::from_millis(500);

/// Pauses between two attempts to write what became of a run, while the store is away.
const SETTLE_PAUSE: Duration = Duration::from_secs(1);

/// Runs the implementation; nothing of it happens before it is polled.
pub(crate) type Attempt = Pin<Box<dyn Future<Output = Ended> + Send>>;

/// One request, and how long its caller is willing to wait for another run.
pub(super) struct Run {
    flow: Flow,
    label: String,
    scope: Scope,
    fingerprint: Fingerprint,
    token: Token,
    give_up: Instant,
}

/// What a look at the key led to.
enum Claimed {
    /// The key is ours.
    Ours(Entry),
    Decided(Outcome),
    /// Somebody runs the request; who, if that is known.
    Running(Option<Token>),
}

/// What became of a run.
struct Settled {
    /// What the caller is told if the key was ours to the end.
    outcome: Outcome,
    /// What is remembered of it.
    kept: Option<Remembered>,
}

impl Run {
    pub(super) fn new(
        flow: &Flow,
        owner: &Owner<'_>,
        key: &IdempotencyKey,
        fingerprint: Fingerprint,
        patience: Duration,
    ) -> Self {
        Self {
            flow: flow.clone(),
            label: owner.label(),
            scope: owner.scope(key),
            fingerprint,
            token: Token(Uuid::new_v4().into_bytes()),
            give_up: flow.keeper.clock.instant() + patience,
        }
    }

    /// Takes the key, runs the implementation, writes what became of it; the caller is told as soon as that is sure.
    pub(super) async fn complete(self, attempt: Attempt, mut told: oneshot::Sender<Outcome>) {
        let entry = match self.take(&mut told).await {
            Ok(entry) => entry,
            Err(outcome) => return tell(told, outcome),
        };
        let last = self.flow.keeper.clock.instant() + self.flow.longest_run;
        let working = async {
            // A task of its own: its panic must not keep us from letting go of the key.
            let ended = tokio::spawn(attempt).await;
            let settled = self.settled(ended.map_err(own::internal));
            self.settle(settled, told, last).await;
        };
        tokio::select! {
            () = working => {}
            never = self.renew(last) => match never {}
        }
        drop(entry);
    }

    /// Takes the key, or says what the caller gets instead.
    async fn take(&self, told: &mut oneshot::Sender<Outcome>) -> Result<Entry, Outcome> {
        let clock = &self.flow.keeper.clock;
        let (mut left, mut pause) = (ATTEMPTS, FIRST_PAUSE);
        loop {
            match self.claim().await {
                Ok(Claimed::Ours(entry)) => return Ok(entry),
                Ok(Claimed::Decided(outcome)) => return Err(outcome),
                Ok(Claimed::Running(holder)) => {
                    let now = clock.instant();
                    if now >= self.give_up || told.is_closed() {
                        return Err(in_progress());
                    }
                    tokio::select! {
                        () = told.closed() => {}
                        () = self.wait(holder, self.give_up.min(now + pause)) => {}
                    }
                    pause = LONGEST_PAUSE.min(pause * 2);
                }
                Err(error) if left > 1 && (error.is_conflict() || error.is_unavailable()) => {
                    left -= 1;
                }
                Err(error) => return Err(Outcome::Refused(error.into())),
            }
        }
    }

    /// Waits for the end of another run: in this process until it is told, otherwise until it is time to look again.
    async fn wait(&self, holder: Option<Token>, look_again: Instant) {
        let clock = &self.flow.keeper.clock;
        match holder.and_then(|holder| self.flow.running.end_of(self.scope, holder)) {
            Some(end) => tokio::select! {
                () = end => {}
                () = clock.sleep_until(self.give_up) => {}
            },
            None => clock.sleep_until(look_again).await,
        }
    }

    /// The first transaction. An error means that nothing was done, or that the next look tells.
    async fn claim(&self) -> Result<Claimed, Error> {
        let keeper = &self.flow.keeper;
        let open = keeper.store.begin().await?;
        let now = keeper.clock.now();
        let micros = now.as_microsecond();
        let from = match open.look(self.scope, now).await? {
            Known::Nothing => None,
            Known::Busy => {
                undo(open).await;
                return Ok(Claimed::Running(None));
            }
            Known::Answered(remembered) => {
                // What was found may still be on its way to the disk; this waits for it.
                open.commit().await?;
                return Ok(Claimed::Decided(again(remembered, self.fingerprint)?));
            }
            // It was committed, and we did not learn that.
            Known::Leased(lease) if lease.token == self.token => Some(lease.token),
            Known::Leased(lease) if lease.expires <= micros => Some(lease.token),
            Known::Leased(lease) if lease.fingerprint != self.fingerprint => {
                undo(open).await;
                return Ok(Claimed::Decided(Outcome::Refused(own::idempotency_key_reused())));
            }
            Known::Leased(lease) if lease.until > micros => {
                undo(open).await;
                return Ok(Claimed::Running(Some(lease.token)));
            }
            Known::Leased(lease) => {
                tracing::warn!(operation = self.label, "a run gave no sign of life: it runs again");
                Some(lease.token)
            }
        };
        let (until, expires) = self.leased();
        let lease = Lease {
            operation: self.label.clone(),
            fingerprint: self.fingerprint,
            token: self.token,
            until,
            expires,
        };
        let hold = match from {
            None => Hold::Take(lease),
            Some(from) => Hold::TakeOver(from, lease),
        };
        if !open.hold(self.scope, hold).await? {
            undo(open).await;
            // Whoever had it let go of it just now, or it was swept: another look tells.
            return Err(Error::conflict("the key changed hands meanwhile"));
        }
        // Before the commit: whoever sees the lease finds the run.
        let entry = self.flow.running.enter(self.scope, self.token);
        open.commit().await?;
        Ok(Claimed::Ours(entry))
    }

    /// Until when the key is held from now on, and until when that is known.
    fn leased(&self) -> (i64, i64) {
        let now = self.flow.keeper.clock.now();
        let known = self.flow.keeper.retention.max(self.flow.lease);
        (after(now, self.flow.lease), after(now, known))
    }

    /// Renews the lease until the run has ended, has taken too long or was taken over.
    async fn renew(&self, last: Instant) -> Infallible {
        let clock = &self.flow.keeper.clock;
        let mut pause = self.flow.lease / 3;
        loop {
            clock.sleep_until(clock.instant() + pause).await;
            if clock.instant() >= last {
                tracing::warn!(operation = self.label, "a run takes too long: it loses its key");
                break;
            }
            pause = match self.renewed().await {
                Ok(true) => self.flow.lease / 3,
                Ok(false) => {
                    tracing::warn!(operation = self.label, "a run was taken over");
                    break;
                }
                Err(error) => {
                    let cause = error.to_string();
                    tracing::warn!(operation = self.label, cause, "a lease was not renewed");
                    self.flow.lease / 12
                }
            };
        }
        std::future::pending().await
    }

    async fn renewed(&self) -> Result<bool, Error> {
        let open = self.flow.keeper.store.begin().await?;
        let (until, expires) = self.leased();
        let is_ours = open.hold(self.scope, Hold::Renew(self.token, until, expires)).await?;
        open.commit().await?;
        Ok(is_ours)
    }

    /// What is to become of a run that ended.
    fn settled(&self, ended: Result<Ended, Problem>) -> Settled {
        let ended = match ended {
            Ok(ended) => ended,
            Err(problem) => return Settled { outcome: Outcome::Refused(problem), kept: None },
        };
        if ended.verdict == Verdict::Forget {
            return Settled { outcome: Outcome::Answered(ended.answer), kept: None };
        }
        match self.flow.keeper.remembered(self.label.clone(), self.fingerprint, &ended) {
            Ok(kept) => Settled { outcome: Outcome::Answered(ended.answer), kept: Some(kept) },
            Err(problem) => Settled { outcome: Outcome::Refused(*problem), kept: None },
        }
    }

    /// Writes what became of the run and tells the caller.
    ///
    /// Where the store is away the caller is told to come again, because an answer that is not remembered cannot be given
    /// twice; writing it is tried on, for the repetition.
    async fn settle(&self, settled: Settled, told: oneshot::Sender<Outcome>, last: Instant) {
        let clock = &self.flow.keeper.clock;
        let Settled { outcome, kept } = settled;
        let mut waiting = Some((told, outcome));
        let mut left = ATTEMPTS;
        loop {
            let error = match self.write(kept.as_ref()).await {
                Ok(other) => {
                    if let Some((told, ours)) = waiting.take() {
                        tell(told, other.unwrap_or(ours));
                    }
                    return;
                }
                Err(error) => error,
            };
            let may_pass = error.is_conflict() || error.is_unavailable();
            left = if may_pass { left.saturating_sub(1) } else { 0 };
            if left > 0 {
                continue;
            }
            let cause = error.to_string();
            if let Some((told, ours)) = waiting.take() {
                tracing::warn!(operation = self.label, cause, "an answer was not written yet");
                let is_decided = kept.is_some();
                tell(told, if is_decided { Outcome::Refused(error.into()) } else { ours });
            }
            if !may_pass || clock.instant() >= last {
                tracing::error!(operation = self.label, cause, "an answer was not written");
                return;
            }
            clock.sleep_until(clock.instant() + SETTLE_PAUSE).await;
        }
    }

    /// The last transaction: lets go of the key, and keeps the answer where there is one to keep. Answers what the caller
    /// gets instead where the key was somebody else's by then.
    async fn write(&self, kept: Option<&Remembered>) -> Result<Option<Outcome>, Error> {
        let keeper = &self.flow.keeper;
        let open = keeper.store.begin().await?;
        if open.hold(self.scope, Hold::Release(self.token)).await? {
            match kept {
                Some(kept) => open.commit_answer(self.scope, kept.clone()).await?,
                None => open.commit().await?,
            }
            return Ok(None);
        }
        undo(open).await;
        let Some(kept) = kept else { return Ok(None) };
        let open = keeper.store.begin().await?;
        match open.look(self.scope, keeper.clock.now()).await? {
            Known::Answered(found) => {
                open.commit().await?;
                // It was committed before, and we did not learn that.
                let is_ours = found == *kept;
                if is_ours { Ok(None) } else { Ok(Some(again(found, self.fingerprint)?)) }
            }
            Known::Nothing | Known::Busy | Known::Leased(_) => {
                undo(open).await;
                Ok(Some(in_progress()))
            }
        }
    }
}

/// A caller that has gone is told nothing.
fn tell(told: oneshot::Sender<Outcome>, outcome: Outcome) {
    let _ = told.send(outcome);
}
