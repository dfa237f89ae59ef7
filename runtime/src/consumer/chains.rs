//! Events at hand, by key: those of a key one after the other, keys beside each other.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use tokio::task::JoinSet;

use super::processing::{Later, Outcome, Processing};
use super::subscription::Ordering;
use crate::bus::Delivery;
use crate::telemetry::Consumed;

/// Most keys that are worked on at once.
const WIDEST: usize = 32;

/// Most events that are at hand.
const MOST: usize = 256;

/// Which events must not overtake each other.
type Key = (String, String);

/// The events at hand.
pub(super) struct Chains {
    processing: Arc<Processing>,
    told: Arc<Consumed>,
    /// Events that wait; a key that is here is worked on or wants to be.
    waiting: HashMap<Key, VecDeque<Delivery>>,
    /// Keys that want to be worked on.
    ready: VecDeque<Key>,
    working: JoinSet<Key>,
    count: usize,
}

impl Chains {
    pub(super) fn new(processing: Arc<Processing>, told: Arc<Consumed>) -> Self {
        Self {
            processing,
            told,
            waiting: HashMap::new(),
            ready: VecDeque::new(),
            working: JoinSet::new(),
            count: 0,
        }
    }

    /// How many events more can be taken.
    pub(super) fn room(&self) -> usize {
        MOST.saturating_sub(self.count)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Takes an event.
    pub(super) fn take(&mut self, delivery: Delivery) {
        let key = self.key(&delivery);
        self.count += 1;
        if delivery.redelivered() > 0 {
            self.told.redelivered();
        }
        if let Some(queue) = self.waiting.get_mut(&key) {
            queue.push_back(delivery);
            return;
        }
        self.waiting.insert(key.clone(), VecDeque::from([delivery]));
        self.ready.push_back(key);
        self.start();
    }

    /// Waits until an event has come to its end; at once where there is none.
    pub(super) async fn step(&mut self) {
        let Some(ended) = self.working.join_next().await else { return };
        self.count -= 1;
        // A task that was stopped leaves its key behind; it ends with the loop.
        let Ok(key) = ended else { return };
        if self.waiting.get(&key).is_some_and(VecDeque::is_empty) {
            self.waiting.remove(&key);
        } else {
            self.ready.push_back(key);
        }
        self.start();
    }

    /// Gives back what was not begun: it is delivered to others, or again.
    pub(super) fn give_back(&mut self) {
        for queue in self.waiting.values_mut() {
            self.count -= queue.len();
            queue.clear();
        }
        self.ready.clear();
    }

    fn start(&mut self) {
        while self.working.len() < WIDEST {
            let Some(key) = self.ready.pop_front() else { return };
            let next = self.waiting.get_mut(&key).and_then(VecDeque::pop_front);
            let Some(delivery) = next else { continue };
            let (processing, told) = (Arc::clone(&self.processing), Arc::clone(&self.told));
            self.working.spawn(async move {
                settle(&processing, &told, delivery).await;
                key
            });
        }
    }

    fn key(&self, delivery: &Delivery) -> Key {
        let message = delivery.message();
        let key = match self.processing.handler.subscription.ordering {
            Ordering::ByKey => message.key(),
            Ordering::None => None,
        };
        (message.topic().to_owned(), key.unwrap_or(message.id()).to_owned())
    }
}

/// Handles an event and tells the bus what came of it.
async fn settle(processing: &Processing, told: &Consumed, delivery: Delivery) {
    let outcome = processing.handle(delivery.message(), delivery.redelivered()).await;
    told.settled(match outcome {
        Outcome::Applied => "applied",
        Outcome::Duplicate => "duplicate",
        Outcome::Dead(_) => "dead",
        Outcome::Skipped => "skipped",
        Outcome::Later(_, Later::Failed) => "failed",
        Outcome::Later(_, Later::Early) => "early",
        Outcome::Later(_, Later::Trouble) => "trouble",
    });
    let settled = match outcome {
        Outcome::Later(wait, _) => delivery.retry_after(wait).await,
        Outcome::Applied | Outcome::Duplicate | Outcome::Dead(_) | Outcome::Skipped => {
            delivery.ack().await
        }
    };
    if let Err(error) = settled {
        // It is delivered again, and is a duplicate then.
        tracing::warn!(%error, "the bus was not told what became of an event");
    }
}
