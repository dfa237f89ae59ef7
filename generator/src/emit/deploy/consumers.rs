//! Consumers: a durable one for each subscription, which messages are pulled from.

use serde_json::{Value, json};

use crate::emit::deploy::defaults::{ACK_WAIT, MOST_IN_FLIGHT};
use crate::ir;

/// A consumer.
#[derive(Debug)]
pub struct Consumer<'ir> {
    /// What it reads.
    pub event: &'ir ir::Event,
    /// Its name on the server.
    pub name: String,
    /// The name of the subscription.
    pub subscription: String,
    /// Whether gaps in the order of a key are repaired.
    pub ordered: bool,
}

/// The consumers of a service, sorted by the event.
pub fn consumers<'ir>(
    platform: &'ir ir::Platform,
    service: &'ir ir::Service,
) -> impl Iterator<Item = Consumer<'ir>> {
    service.subscribes.iter().map(|consumed| {
        let event = &platform.events[&consumed.event];
        let subscription = format!("{}.{}", service.contract.id, consumed.handler);
        let name = format!("{}=={}", encoded(&subscription), encoded(&event.topic));
        Consumer { event, name, subscription, ordered: consumed.ordered }
    })
}

impl Consumer<'_> {
    /// Its configuration, as the API of NATS takes it.
    pub fn config(&self) -> Value {
        let topic = &self.event.topic;
        json!({
            "durable_name": self.name,
            "description": format!("{} on {topic}", self.subscription),
            "deliver_policy": "all",
            "ack_policy": "explicit",
            "ack_wait": ACK_WAIT,
            "max_deliver": -1,
            "max_ack_pending": MOST_IN_FLIGHT,
            "filter_subject": topic,
            "replay_policy": "instant",
        })
    }
}

/// A name without what must not be in one: a dot is a tilde, and what else is not allowed is escaped.
fn encoded(name: &str) -> String {
    let letter = |byte: u8| match byte {
        b'.' => "~".to_owned(),
        b'@' | b'_' | b'-' => char::from(byte).to_string(),
        _ if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        _ => format!("={byte:02X}"),
    };
    name.bytes().map(letter).collect()
}
