//! Counts what became of the events of one subscription, and says how far it is behind.

use std::time::Duration;

use metrics::Label;

/// The events that one subscription consumes.
pub(crate) struct Consumed {
    consumer: &'static str,
}

impl Consumed {
    /// The events of a subscription, from now on.
    pub(crate) fn of(consumer: &'static str) -> Self {
        Self { consumer }
    }

    /// An event was delivered that had been delivered before.
    pub(crate) fn redelivered(&self) {
        metrics::counter!("tiebeam_consumer_redeliveries_total", self.labels()).increment(1);
    }

    /// The subscription delivered nothing although there was something.
    pub(crate) fn stalled(&self) {
        metrics::counter!("tiebeam_consumer_stalls_total", self.labels()).increment(1);
    }

    /// So many events wait, and the oldest for so long.
    pub(crate) fn behind(&self, waiting: u64, oldest: Duration) {
        let waiting = u32::try_from(waiting).unwrap_or(u32::MAX);
        metrics::gauge!("tiebeam_consumer_lag", self.labels()).set(waiting);
        metrics::gauge!("tiebeam_consumer_lag_seconds", self.labels()).set(oldest.as_secs_f64());
    }

    /// An event has an end, or is to be delivered again.
    pub(crate) fn settled(&self, outcome: &'static str) {
        let labels = vec![
            Label::from_static_parts("consumer", self.consumer),
            Label::from_static_parts("outcome", outcome),
        ];
        metrics::counter!("tiebeam_consumer_events_total", labels).increment(1);
    }

    fn labels(&self) -> Vec<Label> {
        vec![Label::from_static_parts("consumer", self.consumer)]
    }
}
