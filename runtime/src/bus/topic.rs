//! What is provisioned: topics that keep messages, subscriptions that read them.

use std::time::Duration;

use super::error::Error;
use crate::event::Definition;

/// How long a delivery may take unless told otherwise.
const ACK_WAIT: Duration = Duration::from_secs(30);

/// Most deliveries of a subscription that are unacknowledged at once, unless told otherwise.
const MOST_IN_FLIGHT: u32 = 1000;

/// Where events of one kind are published, and how long they are kept there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// `<domain>.<event-name>.v<major>`.
    pub name: String,
    /// How long a message is kept at least; for good where nothing is said.
    pub retention: Option<Duration>,
}

/// Who reads which topics; what it has read is remembered under its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    /// Its name, such as `order-service@1.reserve-stock`.
    pub name: String,
    /// The topics that it reads.
    pub topics: Vec<String>,
    /// Where it begins when it is provisioned for the first time.
    pub start: Start,
    /// How long a delivery may take before the message is delivered again.
    pub ack_wait: Duration,
    /// Most deliveries that are unacknowledged at once, on each topic; more wait.
    pub max_in_flight: u32,
}

/// Where a subscription begins that never read anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Start {
    /// With what is published after it was provisioned.
    #[default]
    New,
    /// With the oldest message that is kept.
    Beginning,
}

/// How far a subscription is behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lag {
    /// Messages that wait: those that were not delivered, and those that were delivered and not acknowledged.
    pub waiting: u64,
    /// Those of them that were delivered to nobody.
    pub undelivered: u64,
    /// For how long the oldest of them has been waiting.
    pub oldest: Option<Duration>,
}

impl Topic {
    /// A topic that keeps its messages for good.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), retention: None }
    }

    /// The topic of an event.
    #[must_use]
    pub fn of(definition: &Definition) -> Self {
        let retention = definition.retention_seconds.map(Duration::from_secs);
        Self { name: definition.topic.to_owned(), retention }
    }

    /// The same topic, which keeps a message so long.
    #[must_use]
    pub fn with_retention(self, retention: Duration) -> Self {
        Self { retention: Some(retention), ..self }
    }
}

impl Subscription {
    /// A subscription to what is published from now on.
    #[must_use]
    pub fn new<T: Into<String>>(
        name: impl Into<String>,
        topics: impl IntoIterator<Item = T>,
    ) -> Self {
        Self {
            name: name.into(),
            topics: topics.into_iter().map(Into::into).collect(),
            start: Start::default(),
            ack_wait: ACK_WAIT,
            max_in_flight: MOST_IN_FLIGHT,
        }
    }

    /// The same subscription, which begins elsewhere.
    #[must_use]
    pub fn with_start(self, start: Start) -> Self {
        Self { start, ..self }
    }

    /// The same subscription, whose deliveries may take so long; 30 seconds unless told.
    #[must_use]
    pub fn with_ack_wait(self, ack_wait: Duration) -> Self {
        Self { ack_wait, ..self }
    }

    /// The same subscription, with so many unacknowledged deliveries at most; 1,000 unless told.
    #[must_use]
    pub fn with_max_in_flight(self, max_in_flight: u32) -> Self {
        Self { max_in_flight, ..self }
    }
}

/// Refuses a topic that not every bus can have: two parts or more, of letters, digits, `-` and `_`.
pub(super) fn check_topic(name: &str) -> Result<(), Error> {
    let is_part = |part: &str| {
        let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
        !part.is_empty() && part.bytes().all(is_allowed)
    };
    if name.contains('.') && name.split('.').all(is_part) {
        return Ok(());
    }
    Err(Error::rejected(format!("`{name}` is no topic: <domain>.<event-name>.v<major> is one")))
}

/// Refuses what cannot be provisioned, on any bus.
pub(super) fn check(topics: &[Topic], subscriptions: &[Subscription]) -> Result<(), Error> {
    for topic in topics {
        check_topic(&topic.name)?;
    }
    for subscription in subscriptions {
        if subscription.name.is_empty() || subscription.topics.is_empty() {
            let name = &subscription.name;
            return Err(Error::rejected(format!("subscription `{name}` lacks a name or topics")));
        }
        subscription.topics.iter().try_for_each(|topic| check_topic(topic))?;
    }
    Ok(())
}

/// What is said where nobody provisioned a topic.
pub(super) fn no_topic(name: &str) -> Error {
    Error::missing(format!("nobody provisioned the topic `{name}`"))
}

/// What is said where nobody provisioned a subscription.
pub(super) fn no_subscription(subscription: &str, topic: &str) -> Error {
    Error::missing(format!("nobody provisioned the subscription `{subscription}` to `{topic}`"))
}

#[cfg(test)]
mod tests {
    use super::check_topic;

    #[test]
    fn a_topic_has_parts_that_every_bus_can_have() {
        for (name, is_topic) in [
            ("order.order-created.v1", true),
            ("a.b", true),
            ("order", false),
            ("order..v1", false),
            ("order.*", false),
            ("order.>", false),
            ("order.a b", false),
            ("", false),
        ] {
            assert_eq!(check_topic(name).is_ok(), is_topic, "{name}");
        }
    }
}
