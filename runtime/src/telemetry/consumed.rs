//! Counts what became of the events of one subscription.

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

    /// An event has an end, or is to be delivered again.
    pub(crate) fn settled(&self, outcome: &'static str) {
        let labels = vec![
            Label::from_static_parts("consumer", self.consumer),
            Label::from_static_parts("outcome", outcome),
        ];
        metrics::counter!("tiebeam_consumer_events_total", labels).increment(1);
    }
}
