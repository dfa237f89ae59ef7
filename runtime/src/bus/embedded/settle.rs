//! Deliveries are acknowledged, given back or extended.
//!
//! An acknowledgment is not waited for: if it is lost, the message comes again. The other two are, because whoever gives
//! a message back for an hour does not want it in half a minute.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::oneshot;

use super::bus::Shared;
use super::group::{self, Group, Job};
use super::rows;
use crate::bus::delivery::{Settle, Settlement};
use crate::bus::event_bus::Pending;
use crate::store::{Error, Transaction, Value};

const POSTPONE: &str = "UPDATE tiebeam_bus_flight SET due_at = $4 \
     WHERE subscription = $1 AND topic = $2 AND number = $3";

/// A delivery, and what became of it.
#[derive(Debug)]
pub(super) struct Settled {
    subscription: Arc<str>,
    topic: String,
    number: i64,
    /// When it is due again; never where it is done.
    due: Option<i64>,
}

impl Settled {
    fn reading(&self) -> (&str, &str) {
        (&self.subscription, &self.topic)
    }

    fn place(&self) -> (&str, &str, i64) {
        (&self.subscription, &self.topic, self.number)
    }
}

/// A delivery, seen from the bus.
#[derive(Debug)]
pub(super) struct Handle {
    pub(super) shared: Arc<Shared>,
    pub(super) subscription: Arc<str>,
    pub(super) topic: String,
    pub(super) number: i64,
    pub(super) ack_wait: Duration,
}

impl Settle for Handle {
    fn settle(&self, settlement: Settlement) -> Pending<'_, ()> {
        let now = self.shared.clock.now();
        let due = match settlement {
            Settlement::Done => None,
            Settlement::Again(delay) => Some(rows::later(now, delay)),
            Settlement::InProgress => Some(rows::later(now, self.ack_wait)),
        };
        let settled = Settled {
            subscription: Arc::clone(&self.subscription),
            topic: self.topic.clone(),
            number: self.number,
            due,
        };
        Group::put(&self.shared, Job::Settle(settled));
        if due.is_none() {
            // Waiting for the disk is for what would be missed.
            return Box::pin(std::future::ready(Ok(())));
        }
        let (reply, waiting) = oneshot::channel();
        Group::put(&self.shared, Job::Reach(reply));
        Box::pin(group::written(waiting))
    }
}

/// Writes what became of deliveries, in the order of their keys so that two processes do not wait for each other.
pub(super) async fn all(transaction: &Transaction, settled: &[Settled]) -> Result<(), Error> {
    let mut settled: Vec<&Settled> = settled.iter().collect();
    settled.sort_by(|one, other| one.place().cmp(&other.place()));
    for same in settled.chunk_by(|one, other| one.reading() == other.reading()) {
        let (subscription, topic) = same[0].reading();
        let place = || vec![subscription.into(), topic.into()];
        let done: Vec<Value> =
            same.iter().filter(|one| one.due.is_none()).map(|one| one.number.into()).collect();
        for some in done.chunks(rows::LARGEST_LIST) {
            let (list, numbers) = rows::list(3, some);
            let sql = format!(
                "DELETE FROM tiebeam_bus_flight \
                 WHERE subscription = $1 AND topic = $2 AND number IN ({list})"
            );
            let params: Vec<Value> = place().into_iter().chain(numbers).collect();
            transaction.execute(&sql, &params).await?;
        }
        for (number, due) in same.iter().filter_map(|one| one.due.map(|due| (one.number, due))) {
            let params: Vec<Value> =
                place().into_iter().chain([number.into(), due.into()]).collect();
            transaction.execute(POSTPONE, &params).await?;
        }
    }
    Ok(())
}
