//! Events at hand, by key: those of a key one after the other, keys beside each other, or together where many wait.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use tokio::task::JoinSet;

use super::handler::Kind;
use super::processing::{Later, Outcome, Processing};
use super::subscription::Ordering;
use super::together::Undone;
use crate::bus::Delivery;
use crate::telemetry::Consumed;

/// Most keys that are worked on at once.
const WIDEST: usize = 32;

/// Most events that are at hand.
const MOST: usize = 256;

/// Most events that are at hand where handling one takes as long as others take to answer: none of them waits until the
/// bus gives it to somebody else.
const MOST_CALLING: usize = WIDEST;

/// So many keys that wait are a backlog: their first events are handled together.
const BACKLOG: usize = 24;

/// Fewest and most events that are handled together.
const FEW: usize = 8;
const MANY: usize = 64;

/// How long a transaction of several events should last: others may wait for what it has locked.
const SHORT: Duration = Duration::from_millis(50);

/// For how long each event is handled alone after some that were handled together came to nothing: one of them failed, or
/// another transaction was in the way, and both may well be so again.
const APART: Duration = Duration::from_secs(5);

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
    working: JoinSet<Ended>,
    count: usize,
    /// Whether some are handled together now.
    is_sharing: bool,
    /// How many are handled together next.
    share: usize,
    /// Until when each event is handled alone.
    apart: Instant,
    is_ending: bool,
}

/// What a task has done.
struct Ended {
    keys: Vec<Key>,
    together: Option<Together>,
}

/// How it went to handle events together.
struct Together {
    took: Duration,
    /// Events that have to be handled alone.
    back: Vec<Delivery>,
}

impl Chains {
    pub(super) fn new(processing: Arc<Processing>, told: Arc<Consumed>) -> Self {
        let apart = processing.units.clock.instant();
        Self {
            processing,
            told,
            waiting: HashMap::new(),
            ready: VecDeque::new(),
            working: JoinSet::new(),
            count: 0,
            is_sharing: false,
            share: FEW,
            apart,
            is_ending: false,
        }
    }

    /// How many events more can be taken.
    pub(super) fn room(&self) -> usize {
        let most = match self.processing.handler.kind {
            Kind::Working(_) => MOST,
            Kind::Calling(_) => MOST_CALLING,
        };
        most.saturating_sub(self.count)
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

    /// Waits until events have come to their end; at once where there are none.
    pub(super) async fn step(&mut self) {
        let Some(ended) = self.working.join_next().await else { return self.recover() };
        self.is_sharing &= !self.working.is_empty();
        // A task that panicked leaves its keys behind, until nobody works any more.
        let Ok(Ended { keys, together }) = ended else { return };
        self.count -= keys.len();
        if let Some(together) = together {
            self.learn(together);
        }
        for key in keys {
            if self.waiting.get(&key).is_some_and(VecDeque::is_empty) {
                self.waiting.remove(&key);
            } else {
                self.ready.push_back(key);
            }
        }
        self.start();
    }

    /// Goes on with what waits although nobody works: whoever worked on its key panicked.
    fn recover(&mut self) {
        self.waiting.retain(|_, queue| !queue.is_empty());
        self.count = self.waiting.values().map(VecDeque::len).sum();
        self.ready = self.waiting.keys().cloned().collect();
        self.is_sharing = false;
        self.start();
    }

    /// Gives back what was not begun: it is delivered to others, or again.
    pub(super) fn give_back(&mut self) {
        self.is_ending = true;
        for queue in self.waiting.values_mut() {
            self.count -= queue.len();
            queue.clear();
        }
        self.ready.clear();
    }

    fn start(&mut self) {
        // No transaction is open while a handler calls, so there is none to share.
        let may_share = matches!(self.processing.handler.kind, Kind::Working(_));
        let has_backlog = may_share && self.ready.len() >= BACKLOG;
        if has_backlog && !self.is_sharing && self.processing.units.clock.instant() >= self.apart {
            self.start_together();
        }
        // What runs beside others might wait for their rows, and they for its: nothing is begun beside them.
        while !self.is_sharing && self.working.len() < WIDEST {
            let Some(delivery) = self.next(1).pop() else { return };
            let keys = vec![self.key(&delivery)];
            let (processing, told) = (Arc::clone(&self.processing), Arc::clone(&self.told));
            self.working.spawn(async move {
                settle(&processing, &told, delivery).await;
                Ended { keys, together: None }
            });
        }
    }

    fn start_together(&mut self) {
        let deliveries = self.next(self.share);
        let keys = deliveries.iter().map(|delivery| self.key(delivery)).collect();
        let (processing, told) = (Arc::clone(&self.processing), Arc::clone(&self.told));
        self.is_sharing = true;
        self.working.spawn(async move {
            let begun = processing.units.clock.instant();
            let back = settle_together(&processing, &told, deliveries).await;
            let took = processing.units.clock.instant().saturating_duration_since(begun);
            Ended { keys, together: Some(Together { took, back }) }
        });
    }

    /// Goes by how it went: what failed is handled alone for a while, what was slow is handled with fewer others.
    fn learn(&mut self, Together { took, back }: Together) {
        self.is_sharing = false;
        let is_too_slow = took > SHORT && self.share == FEW;
        if !back.is_empty() || is_too_slow {
            self.apart = self.processing.units.clock.instant() + APART;
        }
        let share = if took > SHORT { self.share / 2 } else { self.share * 2 };
        self.share = share.clamp(FEW, MANY);
        if self.is_ending {
            return;
        }
        self.count += back.len();
        for delivery in back {
            self.waiting.entry(self.key(&delivery)).or_default().push_front(delivery);
        }
    }

    /// The first events of so many keys that want to be worked on.
    fn next(&mut self, most: usize) -> Vec<Delivery> {
        let mut found = Vec::new();
        while found.len() < most {
            let Some(key) = self.ready.pop_front() else { break };
            found.extend(self.waiting.get_mut(&key).and_then(VecDeque::pop_front));
        }
        found
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

/// Handles an event.
async fn settle(processing: &Processing, told: &Consumed, delivery: Delivery) {
    let outcome = processing.handle(delivery.message(), delivery.redelivered()).await;
    tell(told, delivery, outcome).await;
}

/// Handles events of different keys together; answers those that have to be handled alone.
async fn settle_together(
    processing: &Processing,
    told: &Consumed,
    deliveries: Vec<Delivery>,
) -> Vec<Delivery> {
    let messages: Vec<_> = deliveries.iter().map(Delivery::message).collect();
    let outcomes = match processing.together(&messages).await {
        Ok(outcomes) => outcomes,
        Err(Undone) => return deliveries,
    };
    let (mut ending, mut alone) = (Vec::new(), Vec::new());
    for (delivery, outcome) in deliveries.into_iter().zip(outcomes) {
        match outcome {
            Some(outcome) => ending.push(tell(told, delivery, outcome)),
            None => alone.push(delivery),
        }
    }
    join_all(ending).await;
    alone
}

/// Tells the bus what came of an event.
async fn tell(told: &Consumed, delivery: Delivery, outcome: Outcome) {
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
