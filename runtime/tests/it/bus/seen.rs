//! Messages to publish, and what is seen of deliveries.

use tiebeam::bus::{Delivery, Message, Position};
use tiebeam::event::{Data, Envelope};

/// An event of this number, without a key.
pub(crate) fn message(topic: &str, number: usize) -> Message {
    of_source(topic, "/tests", number)
}

/// The same, from another source.
pub(crate) fn of_source(topic: &str, source: &str, number: usize) -> Message {
    let data = Data::json(format!("{{\"number\":{number}}}")).expect("it is JSON");
    let event = Envelope::new(number.to_string(), source, "example.tests.Happened.v1");
    Message::new(topic, event.expect("an event").with_data(data))
}

/// The event of a key that has this position in the first epoch.
pub(crate) fn keyed(topic: &str, key: &str, sequence: u64) -> Message {
    positioned(topic, key, Position { epoch: 1, sequence })
}

/// The event of a key that has this position.
pub(crate) fn positioned(topic: &str, key: &str, position: Position) -> Message {
    let id = format!("{key}-{}-{}", position.epoch, position.sequence);
    let data = Data::json(format!("{{\"key\":\"{key}\"}}")).expect("it is JSON");
    let event = Envelope::new(id, "/tests", "example.tests.Happened.v1").expect("an event");
    let message = Message::new(topic, event.with_data(data));
    message.with_key(key).expect("a key").with_position(position)
}

/// The ids of messages that were delivered.
pub(crate) fn ids(deliveries: &[Delivery]) -> Vec<&str> {
    deliveries.iter().map(|delivery| delivery.message().id()).collect()
}
