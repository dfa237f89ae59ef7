//! Where answers are kept, for how long, and how they are given again.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use http::StatusCode;
use jiff::Timestamp;

use super::fields;
use super::outcome::{Ended, Outcome, Recorded};
use crate::clock::{self, SharedClock};
use crate::problem::{Problem, own};
use crate::store::remembered::{Fingerprint, Remembered};
use crate::store::{Error, OpenTransaction, Store};

/// How long an answer is remembered; the documents of APIs promise this much.
const RETENTION: Duration = Duration::from_hours(24);

/// Longest body of an answer that is remembered.
const MAX_ANSWER: usize = 1 << 20;

/// How often a transaction that others were in the way of is run at most.
pub(super) const ATTEMPTS: u32 = 3;

/// Seconds after which to ask again while the first request is running.
pub(super) const RETRY_AFTER: u32 = 1;

/// How often expired answers are looked for.
const SWEEP_EVERY: i64 = 60_000_000;

/// Expired answers that are removed in one transaction, and how many transactions in a row.
const SWEEP: (u32, u32) = (500, 20);

/// Where answers are kept, and for how long.
#[derive(Debug, Clone)]
pub(super) struct Keeper {
    pub(super) store: Arc<dyn Store>,
    pub(super) clock: SharedClock,
    pub(super) retention: Duration,
    pub(super) max_answer: usize,
    /// When expired answers are looked for next.
    next_sweep: Arc<AtomicI64>,
}

impl Keeper {
    pub(super) fn new(store: Arc<dyn Store>) -> Self {
        Self {
            store,
            clock: clock::system(),
            retention: RETENTION,
            max_answer: MAX_ANSWER,
            next_sweep: Arc::default(),
        }
    }

    /// An answer as it is kept; a problem where it is too large for that.
    pub(super) fn remembered(
        &self,
        label: String,
        fingerprint: Fingerprint,
        ended: &Ended,
    ) -> Result<Remembered, Box<Problem>> {
        let size = ended.answer.body.len();
        if size > self.max_answer {
            return Err(Box::new(own::internal(format!(
                "{label}: the answer has {size} bytes, and at most {} are remembered",
                self.max_answer
            ))));
        }
        Ok(Remembered {
            operation: label,
            fingerprint,
            status: ended.answer.status.as_u16(),
            fields: fields::write(&ended.answer.fields, &ended.declared),
            body: ended.answer.body.clone(),
            expires: after(self.clock.now(), self.retention),
        })
    }

    /// Removes expired answers, in small transactions and beside the requests; at most once a minute.
    pub(super) fn sweep_at_times(&self) {
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

/// Gives an answer again, to whoever asks for the same.
pub(super) fn again(remembered: Remembered, asked: Fingerprint) -> Result<Outcome, Error> {
    if remembered.fingerprint != asked {
        return Ok(Outcome::Refused(own::idempotency_key_reused()));
    }
    Ok(Outcome::Replayed(Recorded {
        status: StatusCode::from_u16(remembered.status).map_err(Error::rejected)?,
        fields: fields::read(&remembered.fields),
        body: remembered.body,
    }))
}

/// Sends a caller away for a moment: the first request is running.
pub(super) fn in_progress() -> Outcome {
    Outcome::Refused(own::request_in_progress().with_retry_after(RETRY_AFTER))
}

/// Some time later, in microseconds since the epoch of Unix.
pub(super) fn after(now: Timestamp, time: Duration) -> i64 {
    now.saturating_add(time).unwrap_or(Timestamp::MAX).as_microsecond()
}

/// Rolls back. Where that fails the store undoes the transaction by itself, and the answer is the same.
pub(super) async fn undo(open: OpenTransaction) {
    if let Err(error) = open.rollback().await {
        tracing::debug!(cause = error.to_string(), "a transaction was not rolled back by us");
    }
}
