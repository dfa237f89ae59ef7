//! What things are called on the server.

use crate::bus::message::Message;
use crate::bus::topic::Subscription;

/// The domain of a topic, which is also the name of its stream.
pub(super) fn stream(topic: &str) -> &str {
    topic.split('.').next().unwrap_or_default()
}

/// The consumer of a subscription on one topic.
pub(super) fn consumer(subscription: &Subscription, topic: &str) -> String {
    format!("{}=={}", encoded(&subscription.name), encoded(topic))
}

/// What identifies an event within a stream, which has several topics. Neither topic nor source holds spaces.
pub(super) fn message_id(message: &Message) -> String {
    format!("{} {} {}", message.topic(), message.event().source(), message.id())
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

#[cfg(test)]
mod tests {
    use super::{consumer, encoded};
    use crate::bus::topic::Subscription;

    #[test]
    fn names_stay_readable_and_apart() {
        let subscription = Subscription::new("order-service@1.reserve_stock", ["order.x.v1"]);
        let name = consumer(&subscription, "order.x.v1");
        assert_eq!(name, "order-service@1~reserve_stock==order~x~v1");
        for (name, expected) in
            [("a b", "a=20b"), ("a~b", "a=7Eb"), ("a=b", "a=3Db"), ("ä", "=C3=A4")]
        {
            assert_eq!(encoded(name), expected);
        }
    }
}
