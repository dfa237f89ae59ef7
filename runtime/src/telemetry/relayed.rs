//! Counts what a relay publishes, and says how much waits in the outbox.

use std::time::Duration;

/// A relay has looked at the pending rows.
pub(crate) struct Relayed {
    /// Events that were published.
    pub(crate) published: usize,
    /// Events that can never be published.
    pub(crate) dead: usize,
}

impl Relayed {
    /// Tells it to whoever watches.
    pub(crate) fn tell(&self) {
        metrics::counter!("tiebeam_outbox_published_total").increment(self.published as u64);
        metrics::counter!("tiebeam_outbox_dead_total").increment(self.dead as u64);
    }
}

/// What waits in an outbox, whoever is to publish it.
pub(crate) struct Backlog {
    /// How many events.
    pub(crate) waiting: u64,
    /// For how long the oldest of them has been waiting.
    pub(crate) oldest: Duration,
}

impl Backlog {
    /// Tells it to whoever watches.
    pub(crate) fn tell(&self) {
        let waiting = u32::try_from(self.waiting).unwrap_or(u32::MAX);
        metrics::gauge!("tiebeam_outbox_pending").set(waiting);
        metrics::gauge!("tiebeam_outbox_oldest_seconds").set(self.oldest.as_secs_f64());
    }
}
