//! What lies in a topic, and what is remembered against duplicates.

use std::collections::{BTreeMap, HashSet, VecDeque};
use std::time::{Duration, Instant};

use crate::bus::message::{Message, Position};

/// The messages of a topic, by their number.
#[derive(Debug, Default)]
pub(super) struct Log {
    pub(super) retention: Option<Duration>,
    last: u64,
    entries: BTreeMap<u64, Entry>,
    recent: Recent,
}

/// A message that was published.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) message: Message,
    pub(super) published: Instant,
    /// When it can be delivered; later ones wait for it.
    pub(super) visible: Instant,
}

/// What was published within the window.
#[derive(Debug, Default)]
struct Recent {
    known: HashSet<(String, String)>,
    order: VecDeque<(Instant, (String, String))>,
}

impl Log {
    /// Whether the same event was published within the window; from now on it was.
    pub(super) fn is_known(&mut self, message: &Message, now: Instant, window: Duration) -> bool {
        let recent = &mut self.recent;
        while let Some((_, event)) =
            recent.order.pop_front_if(|(at, _)| now.duration_since(*at) >= window)
        {
            recent.known.remove(&event);
        }
        let event = (message.event().source().to_owned(), message.id().to_owned());
        if !recent.known.insert(event.clone()) {
            return true;
        }
        recent.order.push_back((now, event));
        false
    }

    pub(super) fn add(&mut self, message: Message, published: Instant, visible: Instant) {
        self.last += 1;
        self.entries.insert(self.last, Entry { message, published, visible });
    }

    /// Forgets what is not kept any longer.
    pub(super) fn sweep(&mut self, now: Instant) {
        let Some(retention) = self.retention else { return };
        while let Some(entry) = self.entries.first_entry() {
            if now.duration_since(entry.get().published) < retention {
                return;
            }
            entry.remove();
        }
    }

    /// The number of the latest message.
    pub(super) fn last(&self) -> u64 {
        self.last
    }

    pub(super) fn get(&self, number: u64) -> Option<&Entry> {
        self.entries.get(&number)
    }

    /// The messages after a number, in order.
    pub(super) fn after(&self, number: u64) -> impl Iterator<Item = (u64, &Entry)> {
        self.entries.range(number + 1..).map(|(number, entry)| (*number, entry))
    }

    /// The messages of a key from a position on.
    pub(super) fn find(&self, key: &str, from: Position, limit: usize) -> Vec<Message> {
        let mut found = BTreeMap::new();
        for entry in self.entries.values() {
            let message = &entry.message;
            let Some(position) = message.position().filter(|position| *position >= from) else {
                continue;
            };
            if message.key() == Some(key) {
                found.entry(position).or_insert_with(|| message.clone());
            }
        }
        found.into_values().take(limit).collect()
    }
}
