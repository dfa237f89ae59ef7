//! One event from its delivery to its end: applied, a duplicate, dead, or to be delivered again.

use std::sync::Arc;
use std::time::Duration;

use super::calling::Calling;
use super::entrance::Left;
use super::failure::Failure;
use super::gate::{self, Baseline, Gate};
use super::handler::{Handler, Kind, Ran, Working};
use super::subscription::OnFailure;
use crate::bus::{EventBus, Message, Position};
use crate::letters::{self, Letter, Reason};
use crate::retry::Jitter;
use crate::store::{Error, OpenTransaction, Transaction};
use crate::work::Units;

/// How often a handler is tried while its event is at hand, before the bus delivers it again later.
const AT_HAND: u32 = 3;

/// How often a transaction is begun at most when others are in the way.
const UNDISTURBED: u32 = 5;

/// The longest wait for which an event stays at hand.
const SHORT: Duration = Duration::from_millis(250);

/// How long to leave alone what did not work for reasons that are not the event's.
const PAUSE: Duration = Duration::from_secs(1);

/// How long an event waits for those before it, the first time; the wait doubles.
const GAP: Duration = Duration::from_millis(100);

/// How often an event waits for those before it until its key is parked.
const PATIENCE: u32 = 8;

/// Most events that are looked up to close a gap.
const LOOK_UP: usize = 100;

/// What came of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Its effect was committed.
    Applied,
    /// It had been dealt with before.
    Duplicate,
    /// It is a dead letter, or waits behind one.
    Dead(Reason),
    /// It was dropped, as its spec says.
    Skipped,
    /// It is to be delivered again after so long.
    Later(Duration, Later),
}

/// Why an event is to be delivered again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Later {
    /// Its handler failed.
    Failed,
    /// Events of its key come before it.
    Early,
    /// The store or the bus did not do what it should.
    Trouble,
}

/// What a transaction of an event came to.
enum Tried {
    Through(Gate),
    Unreadable(String),
    Failed(String, Finality),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Finality {
    ForNow,
    ForGood,
}

/// Handles the events of one subscription.
pub(super) struct Processing {
    pub(super) units: Units,
    pub(super) bus: Arc<dyn EventBus>,
    pub(super) handler: Arc<Handler>,
    pub(super) jitter: Jitter,
}

impl Processing {
    /// Handles an event that was delivered.
    pub(super) async fn handle(&self, message: &Message, redelivered: u32) -> Outcome {
        match self.try_to_end(message, Baseline::First).await {
            Ok(Ok(outcome)) => outcome,
            Ok(Err(missing)) => match self.close_gap(message, missing, redelivered).await {
                Ok(outcome) => outcome,
                Err(error) => self.trouble(&error),
            },
            Err(error) => self.trouble(&error),
        }
    }

    /// Tries until the event has an end, or has to wait: for its next attempt, or for the events before it, which are
    /// missing from a position on.
    async fn try_to_end(
        &self,
        message: &Message,
        baseline: Baseline,
    ) -> Result<Result<Outcome, Position>, Error> {
        let subscription = self.handler.subscription;
        loop {
            let (detail, reason) = match self.undisturbed(message, baseline).await? {
                Tried::Through(Gate::Open) => return Ok(Ok(Outcome::Applied)),
                Tried::Through(Gate::Duplicate) => return Ok(Ok(Outcome::Duplicate)),
                Tried::Through(Gate::Early(from)) => return Ok(Err(from)),
                Tried::Through(Gate::Blocked) => {
                    return self
                        .bury((message, baseline), Reason::Parked, "an earlier event is dead", 0)
                        .await
                        .map(Ok);
                }
                Tried::Unreadable(detail) => (detail, Some(Reason::Unreadable)),
                Tried::Failed(detail, Finality::ForGood) => (detail, Some(Reason::Refused)),
                Tried::Failed(detail, Finality::ForNow) => (detail, None),
            };
            let Some(failed) = self.count(message).await? else {
                return Ok(Ok(Outcome::Duplicate));
            };
            let is_last = failed >= subscription.schedule.attempts;
            if let Some(reason) = reason.or(is_last.then_some(Reason::Exhausted)) {
                return self.bury((message, baseline), reason, &detail, failed).await.map(Ok);
            }
            let wait = self.drawn(subscription.schedule.bound(failed));
            tracing::warn!(
                consumer = subscription.name(),
                event = message.id(),
                attempt = failed,
                detail,
                "an event was not handled; trying again"
            );
            if failed >= self.at_hand() || wait > SHORT {
                return Ok(Ok(Outcome::Later(wait, Later::Failed)));
            }
            self.units.clock.sleep_until(self.units.clock.instant() + wait).await;
        }
    }

    /// One transaction that no other was in the way of.
    async fn undisturbed(&self, message: &Message, baseline: Baseline) -> Result<Tried, Error> {
        for _ in 1..UNDISTURBED {
            match self.once(message, baseline).await {
                Err(error) if error.is_conflict() => {}
                tried => return tried,
            }
        }
        self.once(message, baseline).await
    }

    /// One transaction: the gate and what the handler did, both or neither.
    async fn once(&self, message: &Message, baseline: Baseline) -> Result<Tried, Error> {
        match &self.handler.kind {
            Kind::Working(working) => self.work(working, message, baseline).await,
            Kind::Calling(calling) => self.call(calling, message, baseline).await,
        }
    }

    /// The handler works in the transaction of the gate.
    async fn work(
        &self,
        working: &Working,
        message: &Message,
        baseline: Baseline,
    ) -> Result<Tried, Error> {
        let open = self.units.store.begin().await?;
        let gate = self.pass(&open, message, baseline).await?;
        if gate != Gate::Open {
            open.rollback().await?;
            return Ok(Tried::Through(gate));
        }
        let ran = working.run(&self.units, open.handle(), message).await;
        end(open, ran).await
    }

    /// The handler calls, and the transaction begins when it has: the gate is looked at before, so that nobody is called
    /// for an event that was dealt with, and passed after.
    async fn call(
        &self,
        calling: &Calling,
        message: &Message,
        baseline: Baseline,
    ) -> Result<Tried, Error> {
        let looking = self.units.store.begin().await?;
        let failed = gate::failed(&looking, self.handler.subscription, message).await?;
        let gate = self.pass(&looking, message, baseline).await?;
        looking.rollback().await?;
        if gate != Gate::Open {
            return Ok(Tried::Through(gate));
        }
        let (ran, left) = calling.run(&self.units, message, (baseline, failed)).await;
        match left {
            Left::Outside => Ok(Tried::of(ran)),
            Left::Inside(open) => end(open, ran).await,
            Left::Closed(gate) => Ok(Tried::Through(gate)),
            Left::Broken(error) => Err(error),
        }
    }

    async fn pass(
        &self,
        transaction: &Transaction,
        message: &Message,
        baseline: Baseline,
    ) -> Result<Gate, Error> {
        let now = self.units.clock.now();
        gate::pass(transaction, self.handler.subscription, message, baseline, now).await
    }

    /// Counts a failure; `None` where somebody else dealt with the event meanwhile.
    async fn count(&self, message: &Message) -> Result<Option<u32>, Error> {
        let open = self.units.store.begin().await?;
        let now = self.units.clock.now();
        let failed = gate::fail(&open, self.handler.subscription, message, now).await?;
        open.commit().await?;
        Ok(failed)
    }

    /// Makes a dead letter of an event, or drops it where its spec says so.
    async fn bury(
        &self,
        (message, baseline): (&Message, Baseline),
        reason: Reason,
        detail: &str,
        attempts: u32,
    ) -> Result<Outcome, Error> {
        let subscription = self.handler.subscription;
        let now = self.units.clock.now();
        let open = self.units.store.begin().await?;
        let is_parked = matches!(reason, Reason::Parked | Reason::Gap);
        if subscription.on_failure == OnFailure::Skip && !is_parked {
            gate::forget(&open, subscription, message).await?;
            gate::pass(&open, subscription, message, baseline, now).await?;
            open.commit().await?;
            tracing::error!(
                consumer = subscription.name(),
                event = message.id(),
                detail,
                "an event was dropped"
            );
            return Ok(Outcome::Skipped);
        }
        if !is_parked && !gate::die(&open, subscription, message, now).await? {
            open.rollback().await?;
            return Ok(Outcome::Duplicate);
        }
        let consumer = subscription.name();
        let letter = Letter { consumer, message, reason, detail, attempts, died: now };
        if !letters::keep(&open, &letter).await? {
            open.rollback().await?;
            return Ok(Outcome::Duplicate);
        }
        open.commit().await?;
        tracing::error!(
            consumer,
            event = message.id(),
            reason = reason.as_str(),
            attempts,
            detail,
            "an event is a dead letter"
        );
        Ok(Outcome::Dead(reason))
    }

    /// Applies the events that are missing before this one, where the bus still has them, and then this one.
    async fn close_gap(
        &self,
        message: &Message,
        missing: Position,
        redelivered: u32,
    ) -> Result<Outcome, Error> {
        let later = Outcome::Later(GAP * 2_u32.saturating_pow(redelivered.min(6)), Later::Early);
        let (Some(key), Some(position)) = (message.key(), message.position()) else {
            return Ok(later);
        };
        let found = match self.bus.find(message.topic(), key, missing, LOOK_UP).await {
            Ok(found) => found,
            Err(error) => return Ok(self.trouble(&error)),
        };
        let before = found.iter().filter(|earlier| earlier.position() < Some(position));
        let mut baseline = if missing.epoch == 0 { Baseline::Oldest } else { Baseline::First };
        for earlier in before {
            if self.is_failing(earlier).await? {
                return Ok(later);
            }
            match self.try_to_end(earlier, baseline).await? {
                Ok(Outcome::Applied | Outcome::Duplicate | Outcome::Skipped) => {}
                Ok(Outcome::Dead(_)) => break,
                Ok(Outcome::Later(..)) | Err(_) => return Ok(later),
            }
            baseline = Baseline::First;
        }
        match self.try_to_end(message, baseline).await? {
            Ok(outcome) => Ok(outcome),
            Err(_) if redelivered < PATIENCE => Ok(later),
            Err(missing) => {
                let Position { epoch, sequence } = missing;
                let detail = format!("nobody has event {sequence} of epoch {epoch} of its key");
                self.bury((message, Baseline::First), Reason::Gap, &detail, 0).await
            }
        }
    }

    /// How often the handler is tried until the bus is to deliver the event again. Calls may have taken most of the time
    /// that the bus allows for a delivery, and clients have tried them again already.
    fn at_hand(&self) -> u32 {
        match self.handler.kind {
            Kind::Working(_) => AT_HAND,
            Kind::Calling(_) => 1,
        }
    }

    async fn is_failing(&self, message: &Message) -> Result<bool, Error> {
        let open = self.units.store.begin().await?;
        let failed = gate::failed(&open, self.handler.subscription, message).await?;
        open.rollback().await?;
        Ok(failed > 0)
    }

    /// A wait up to a bound: its upper half, so that an event is neither at once back nor all of them together.
    fn drawn(&self, bound: Duration) -> Duration {
        let half = bound / 2;
        let micros = u64::try_from(half.as_micros()).unwrap_or(u64::MAX);
        half + Duration::from_micros(self.jitter.next().checked_rem(micros + 1).unwrap_or_default())
    }

    fn trouble(&self, error: &dyn std::error::Error) -> Outcome {
        let consumer = self.handler.subscription.name();
        tracing::warn!(consumer, %error, "an event could not be handled now; trying again");
        Outcome::Later(PAUSE, Later::Trouble)
    }
}

/// Ends the transaction in which a handler has run.
async fn end(open: OpenTransaction, ran: Ran) -> Result<Tried, Error> {
    if matches!(ran, Ran::Done) {
        open.commit().await?;
        return Ok(Tried::of(ran));
    }
    // A failure of the store says nothing about the event, so it is not counted.
    let mishap = open.mishap_error();
    open.rollback().await?;
    match (ran, mishap) {
        (Ran::Failed(_), Some(mishap)) => Err(mishap),
        (ran, _) => Ok(Tried::of(ran)),
    }
}

impl Tried {
    /// What running a handler came to.
    fn of(ran: Ran) -> Self {
        let failure = match ran {
            Ran::Done => return Self::Through(Gate::Open),
            Ran::Unreadable(unreadable) => return Self::Unreadable(unreadable.to_string()),
            Ran::Failed(failure) => failure,
        };
        let problem = failure.problem();
        let detail = problem.cause().unwrap_or(problem.title()).to_owned();
        let finality = match failure {
            Failure::ForGood(_) => Finality::ForGood,
            Failure::ForNow(_) => Finality::ForNow,
        };
        Self::Failed(detail, finality)
    }
}
