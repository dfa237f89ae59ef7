//! The bus in memory.

use std::collections::BTreeMap;
use std::future::ready;
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::Notify;

use super::fault::{Fault, Faults, Moment};
use super::log::Log;
use super::reading::{Reading, Taken, later};
use crate::bus::delivery::{Delivery, Settle, Settlement};
use crate::bus::error::Error;
use crate::bus::event_bus::{Deliveries, EventBus, Pending};
use crate::bus::message::{Message, Position, check_size};
use crate::bus::topic::{
    Lag, Start, Subscription, Topic, check, check_topic, no_subscription, no_topic,
};
use crate::clock::{self, SharedClock};

/// For how long an event is remembered against duplicates, unless told otherwise.
const WINDOW: Duration = Duration::from_mins(2);

/// A bus in memory; clones are the same bus.
#[derive(Debug, Clone)]
pub struct Memory {
    shared: Arc<Shared>,
    window: Duration,
}

/// What clones share.
#[derive(Debug)]
struct Shared {
    kept: Mutex<Kept>,
    changed: Notify,
    clock: SharedClock,
    faults: Faults,
}

/// Topics by name, and readings by subscription and topic.
#[derive(Debug, Default)]
struct Kept {
    logs: BTreeMap<String, Log>,
    readings: BTreeMap<(String, String), Reading>,
}

/// An open subscription.
#[derive(Debug)]
struct Open {
    shared: Arc<Shared>,
    subscription: Subscription,
}

/// A delivery, seen from the bus.
#[derive(Debug)]
struct Handle {
    shared: Arc<Shared>,
    reading: (String, String),
    number: u64,
    message: Message,
    ack_wait: Duration,
}

impl Memory {
    /// An empty bus that goes by the machine's clock.
    #[must_use]
    pub fn new() -> Self {
        Self::with_clock(clock::system())
    }

    /// An empty bus that goes by a clock.
    #[must_use]
    pub fn with_clock(clock: SharedClock) -> Self {
        Self::of(clock, Faults::default())
    }

    /// An empty bus on which something goes wrong whenever this says so.
    #[must_use]
    pub fn with_faults(
        clock: SharedClock,
        decide: impl Fn(Moment<'_>) -> Fault + Send + Sync + 'static,
    ) -> Self {
        Self::of(clock, Faults::new(decide))
    }

    /// The same bus, which remembers for so long what was published; 2 minutes unless told.
    #[must_use]
    pub fn with_window(self, window: Duration) -> Self {
        Self { window, ..self }
    }

    fn of(clock: SharedClock, faults: Faults) -> Self {
        let (kept, changed) = (Mutex::default(), Notify::new());
        Self { shared: Arc::new(Shared { kept, changed, clock, faults }), window: WINDOW }
    }

    fn add(&self, message: &Message) -> Result<(), Error> {
        check_topic(message.topic())?;
        check_size(message)?;
        let now = self.shared.clock.instant();
        let fault = self.shared.faults.at(Moment::Publish(message));
        let mut kept = self.shared.kept();
        let log = kept.logs.get_mut(message.topic()).ok_or_else(|| no_topic(message.topic()))?;
        if let Fault::Fail(error) = fault {
            return Err(error);
        }
        log.sweep(now);
        if !log.is_known(message, now, self.window) {
            let visible = if let Fault::Late(delay) = fault { later(now, delay) } else { now };
            log.add(message.clone(), now, visible);
            if fault == Fault::Twice {
                log.add(message.clone(), now, visible);
            }
        }
        drop(kept);
        self.shared.changed.notify_waiters();
        match fault {
            Fault::Lose => Err(Error::unavailable("the answer was lost")),
            _ => Ok(()),
        }
    }

    fn create(&self, topics: &[Topic], subscriptions: &[Subscription]) -> Result<(), Error> {
        check(topics, subscriptions)?;
        let mut kept = self.shared.kept();
        for topic in topics {
            kept.logs.entry(topic.name.clone()).or_default().retention = topic.retention;
        }
        for subscription in subscriptions {
            for topic in &subscription.topics {
                let log = kept.logs.get(topic).ok_or_else(|| no_topic(topic))?;
                let number = match subscription.start {
                    Start::New => log.last(),
                    Start::Beginning => 0,
                };
                let reading = (subscription.name.clone(), topic.clone());
                kept.readings.entry(reading).or_insert_with(|| Reading::after(number));
            }
        }
        Ok(())
    }

    fn look(&self, subscription: &Subscription) -> Result<Lag, Error> {
        let now = self.shared.clock.instant();
        let mut kept = self.shared.kept();
        let mut lag = Lag::default();
        for topic in &subscription.topics {
            let (log, reading) = kept.reading(&subscription.name, topic)?;
            log.sweep(now);
            let here = reading.lag(log, now);
            lag.waiting += here.waiting;
            lag.undelivered += here.undelivered;
            lag.oldest = lag.oldest.max(here.oldest);
        }
        Ok(lag)
    }

    fn seek(
        &self,
        topic: &str,
        key: &str,
        from: Position,
        limit: usize,
    ) -> Result<Vec<Message>, Error> {
        let now = self.shared.clock.instant();
        let mut kept = self.shared.kept();
        let log = kept.logs.get_mut(topic).ok_or_else(|| no_topic(topic))?;
        log.sweep(now);
        Ok(log.find(key, from, limit))
    }
}

impl Default for Memory {
    fn default() -> Self {
        Self::new()
    }
}

impl Shared {
    fn kept(&self) -> MutexGuard<'_, Kept> {
        // Nothing panics between two changes that belong together.
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn reading(
        &mut self,
        subscription: &str,
        topic: &str,
    ) -> Result<(&mut Log, &mut Reading), Error> {
        let reading = self.readings.get_mut(&(subscription.to_owned(), topic.to_owned()));
        let reading = reading.ok_or_else(|| no_subscription(subscription, topic))?;
        Ok((self.logs.get_mut(topic).ok_or_else(|| no_topic(topic))?, reading))
    }
}

impl EventBus for Memory {
    fn publish<'a>(&'a self, message: &'a Message) -> Pending<'a, ()> {
        Box::pin(async move { self.add(message) })
    }

    fn provision<'a>(
        &'a self,
        topics: &'a [Topic],
        subscriptions: &'a [Subscription],
    ) -> Pending<'a, ()> {
        Box::pin(ready(self.create(topics, subscriptions)))
    }

    fn subscribe<'a>(&'a self, subscription: &'a Subscription) -> Pending<'a, Box<dyn Deliveries>> {
        let open = Open { shared: Arc::clone(&self.shared), subscription: subscription.clone() };
        let known = self.look(subscription);
        Box::pin(ready(known.map(|_| Box::new(open) as Box<dyn Deliveries>)))
    }

    fn find<'a>(
        &'a self,
        topic: &'a str,
        key: &'a str,
        from: Position,
        limit: usize,
    ) -> Pending<'a, Vec<Message>> {
        Box::pin(ready(self.seek(topic, key, from, limit)))
    }

    fn lag<'a>(&'a self, subscription: &'a Subscription) -> Pending<'a, Lag> {
        Box::pin(ready(self.look(subscription)))
    }
}

impl Open {
    /// What can be delivered now, and when something is due next.
    fn take(&self, limit: usize) -> Result<(Vec<Delivery>, Option<Instant>), Error> {
        let now = self.shared.clock.instant();
        let mut kept = self.shared.kept();
        let (mut deliveries, mut next_due) = (Vec::new(), None::<Instant>);
        for topic in &self.subscription.topics {
            let (log, reading) = kept.reading(&self.subscription.name, topic)?;
            log.sweep(now);
            let room = limit.saturating_sub(deliveries.len());
            for taken in reading.take(log, &self.subscription, now, room) {
                let fault = self.shared.faults.at(Moment::Deliver(&taken.message));
                if let Fault::Late(delay) = fault {
                    let wait = self.subscription.ack_wait;
                    reading.settle(taken.number, Settlement::Again(delay), now, wait);
                }
                let copies = match fault {
                    Fault::None => 1,
                    Fault::Twice => 2,
                    Fault::Fail(_) | Fault::Lose | Fault::Late(_) => 0,
                };
                deliveries.extend((0..copies).map(|_| self.delivery(topic, &taken)));
            }
            let due = reading.next_due(log, now);
            next_due = next_due.into_iter().chain(due).min();
        }
        Ok((deliveries, next_due))
    }

    fn delivery(&self, topic: &str, taken: &Taken) -> Delivery {
        let handle = Handle {
            shared: Arc::clone(&self.shared),
            reading: (self.subscription.name.clone(), topic.to_owned()),
            number: taken.number,
            message: taken.message.clone(),
            ack_wait: self.subscription.ack_wait,
        };
        Delivery::new(taken.message.clone(), taken.redelivered, Box::new(handle))
    }
}

impl Deliveries for Open {
    fn next(&mut self, limit: usize) -> Pending<'_, Vec<Delivery>> {
        Box::pin(async move {
            loop {
                let mut changed = pin!(self.shared.changed.notified());
                // From here on, so that no change between the look and the wait is overlooked.
                changed.as_mut().enable();
                let (deliveries, next_due) = self.take(limit.max(1))?;
                if !deliveries.is_empty() {
                    return Ok(deliveries);
                }
                let Some(due) = next_due else {
                    changed.await;
                    continue;
                };
                tokio::select! {
                    () = changed => {}
                    () = self.shared.clock.sleep_until(due) => {}
                }
            }
        })
    }
}

impl Settle for Handle {
    fn settle(&self, settlement: Settlement) -> Pending<'_, ()> {
        let told = match settlement {
            Settlement::Done => self.shared.faults.at(Moment::Ack(&self.message)),
            Settlement::Again(_) | Settlement::InProgress => Fault::None,
        };
        match told {
            Fault::Fail(error) => return Box::pin(ready(Err(error))),
            Fault::Lose => return Box::pin(ready(Ok(()))),
            Fault::None | Fault::Twice | Fault::Late(_) => {}
        }
        let now = self.shared.clock.instant();
        let mut kept = self.shared.kept();
        if let Some(reading) = kept.readings.get_mut(&self.reading) {
            reading.settle(self.number, settlement, now, self.ack_wait);
        }
        drop(kept);
        self.shared.changed.notify_waiters();
        Box::pin(ready(Ok(())))
    }
}
