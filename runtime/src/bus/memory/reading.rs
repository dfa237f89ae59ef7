//! How far a subscription has read a topic, and what it has in flight.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use super::log::Log;
use crate::bus::delivery::Settlement;
use crate::bus::message::Message;
use crate::bus::topic::{Lag, Subscription};

/// What an instant of every machine can be moved by.
const CENTURY: Duration = Duration::from_hours(100 * 365 * 24);

/// How far a subscription has read a topic.
#[derive(Debug)]
pub(super) struct Reading {
    read_to: u64,
    flights: BTreeMap<u64, Flight>,
}

/// A message that was delivered and not acknowledged.
#[derive(Debug, Clone, Copy)]
struct Flight {
    due: Instant,
    deliveries: u32,
}

/// A message that is delivered now.
#[derive(Debug)]
pub(super) struct Taken {
    pub(super) number: u64,
    pub(super) message: Message,
    pub(super) redelivered: u32,
}

impl Reading {
    /// Begins after a message.
    pub(super) fn after(number: u64) -> Self {
        Self { read_to: number, flights: BTreeMap::new() }
    }

    /// Takes what can be delivered: first what is due again, then what is new.
    pub(super) fn take(
        &mut self,
        log: &Log,
        subscription: &Subscription,
        now: Instant,
        limit: usize,
    ) -> Vec<Taken> {
        // What is in flight and not kept any longer is nobody's any more.
        self.flights.retain(|number, _| log.get(*number).is_some());
        let due = later(now, subscription.ack_wait);
        let mut taken = Vec::new();
        let again = self.flights.iter_mut().filter(|(_, flight)| flight.due <= now);
        for (number, flight) in again.take(limit) {
            let entry = log.get(*number).expect("others were removed above");
            let (number, message) = (*number, entry.message.clone());
            taken.push(Taken { number, message, redelivered: flight.deliveries });
            *flight = Flight { due, deliveries: flight.deliveries + 1 };
        }
        let most = subscription.max_in_flight as usize;
        for (number, entry) in log.after(self.read_to) {
            if taken.len() == limit || self.flights.len() >= most || entry.visible > now {
                break;
            }
            self.read_to = number;
            self.flights.insert(number, Flight { due, deliveries: 1 });
            taken.push(Taken { number, message: entry.message.clone(), redelivered: 0 });
        }
        taken
    }

    pub(super) fn settle(
        &mut self,
        number: u64,
        settlement: Settlement,
        now: Instant,
        ack_wait: Duration,
    ) {
        let delay = match settlement {
            Settlement::Done => {
                self.flights.remove(&number);
                return;
            }
            Settlement::Again(delay) => delay,
            Settlement::InProgress => ack_wait,
        };
        if let Some(flight) = self.flights.get_mut(&number) {
            flight.due = later(now, delay);
        }
    }

    /// When something becomes due next. What is due already, and was not taken, waits for others to be settled.
    pub(super) fn next_due(&self, log: &Log, now: Instant) -> Option<Instant> {
        let again = self.flights.values().map(|flight| flight.due);
        let new = log.after(self.read_to).next().map(|(_, entry)| entry.visible);
        again.chain(new).filter(|due| *due > now).min()
    }

    pub(super) fn lag(&self, log: &Log, now: Instant) -> Lag {
        let in_flight = self.flights.keys().filter_map(|number| log.get(*number));
        let new: Vec<_> = log.after(self.read_to).map(|(_, entry)| entry).collect();
        let mut lag = Lag { undelivered: new.len() as u64, ..Lag::default() };
        for entry in in_flight.chain(new) {
            lag.waiting += 1;
            lag.oldest = lag.oldest.max(Some(now - entry.published));
        }
        lag
    }
}

/// After so long; after a century where somebody says *never* with a duration.
pub(super) fn later(now: Instant, delay: Duration) -> Instant {
    now.checked_add(delay).unwrap_or_else(|| now + CENTURY)
}
