//! One event on its way: where to, ordered by what, and which number it has there.
//!
//! All that a bus carries is a topic and an event. The key and the position are extensions of the event: `partitionkey`,
//! and `sequence` with `sequenceepoch`. So they survive whatever carries `CloudEvents`, and a reader that is not ours
//! finds them.

use std::sync::Arc;

use super::error::Error;
use crate::event::{Attribute, AttributeName, Envelope, Invalid};

const KEY: &str = "partitionkey";
const SEQUENCE: &str = "sequence";
const EPOCH: &str = "sequenceepoch";

/// Most bytes of data that a bus takes. NATS takes 1,048,576 in all unless its operator says otherwise; the rest is for
/// the attributes. What is tested on another bus must pass there.
const LARGEST: usize = 1_000_000;

/// One event on its way; clones are cheap.
///
/// ```
/// use tiebeam::bus::{Message, Position};
/// use tiebeam::event::Envelope;
///
/// let event = Envelope::new("7", "/shop/orders", "example.acme.order.OrderCreated.v1")?;
/// let message = Message::new("order.order-created.v1", event)
///     .with_key("o-1")?
///     .with_position(Position { epoch: 1, sequence: 12 });
/// assert_eq!(message.key(), Some("o-1"));
/// let sequence = message.event().extension("sequence").and_then(|value| value.as_str());
/// assert_eq!(sequence, Some("00000000000000000012"));
/// # Ok::<(), tiebeam::event::Invalid>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message(Arc<Parts>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Parts {
    topic: String,
    key: Option<String>,
    position: Option<Position>,
    event: Envelope,
}

/// Where an event stands among those of its topic and key.
///
/// Positions are ordered by the epoch first: what was numbered after a failover comes after what was numbered before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Which database numbered it: a promoted standby may use numbers again, and begins another epoch.
    pub epoch: u64,
    /// Its number, from 1.
    pub sequence: u64,
}

impl Message {
    /// An event for a topic. Its key and its position are those that the event says, where it does.
    #[must_use]
    pub fn new(topic: impl Into<String>, event: Envelope) -> Self {
        let key = text(&event, KEY).filter(|key| !key.is_empty()).map(str::to_owned);
        let number = |name| text(&event, name).and_then(|digits| digits.parse().ok());
        let position = number(EPOCH)
            .zip(number(SEQUENCE))
            .map(|(epoch, sequence)| Position { epoch, sequence });
        Self(Arc::new(Parts { topic: topic.into(), key, position, event }))
    }

    /// The same message, ordered and partitioned by a key.
    ///
    /// # Errors
    ///
    /// When the key is empty, or nothing that an attribute may hold.
    pub fn with_key(mut self, key: impl Into<String>) -> Result<Self, Invalid> {
        let key = key.into();
        // A subject has the same law: it is filled, and without control characters.
        self.0.event.clone().with_subject(key.clone())?;
        let value = Attribute::string(key.clone())?;
        let parts = Arc::make_mut(&mut self.0);
        parts.event = parts.event.clone().with_extension(name(KEY), value);
        parts.key = Some(key);
        Ok(self)
    }

    /// The same message, numbered.
    #[must_use]
    pub fn with_position(mut self, position: Position) -> Self {
        let parts = Arc::make_mut(&mut self.0);
        parts.event = parts
            .event
            .clone()
            .with_extension(name(EPOCH), digits(position.epoch))
            .with_extension(name(SEQUENCE), digits(position.sequence));
        parts.position = Some(position);
        self
    }

    /// Where it is published.
    #[must_use]
    pub fn topic(&self) -> &str {
        &self.0.topic
    }

    /// What it is ordered and partitioned by, where anything is said.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        self.0.key.as_deref()
    }

    /// Where it stands among those of its key, where anybody counted.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        self.0.position
    }

    /// The event.
    #[must_use]
    pub fn event(&self) -> &Envelope {
        &self.0.event
    }

    /// What identifies the event, together with its source.
    #[must_use]
    pub fn id(&self) -> &str {
        self.0.event.id()
    }
}

/// Refuses a message that is too large for some bus.
pub(super) fn check_size(message: &Message) -> Result<(), Error> {
    let size = message.event().data().map_or(0, |data| data.bytes().len());
    if size <= LARGEST {
        return Ok(());
    }
    Err(Error::rejected(format!("the data has {size} bytes, more than {LARGEST}")))
}

fn text<'e>(event: &'e Envelope, name: &str) -> Option<&'e str> {
    event.extension(name).and_then(Attribute::as_str)
}

fn name(name: &str) -> AttributeName {
    name.parse().expect("the names above are those of extensions")
}

/// `CloudEvents` compares sequences as text, so all have the same number of digits.
fn digits(number: u64) -> Attribute {
    Attribute::String(format!("{number:020}"))
}

#[cfg(test)]
mod tests {
    use super::{Message, Position};
    use crate::event::Envelope;

    fn message() -> Message {
        Message::new("order.created.v1", Envelope::new("1", "/shop", "a.B.v1").expect("an event"))
    }

    #[test]
    fn what_the_event_carries_is_what_was_said() {
        let position = Position { epoch: 2, sequence: u64::MAX };
        let message = message().with_key("k").expect("a key").with_position(position);
        let read = Message::new(message.topic(), message.event().clone());
        assert_eq!(read, message);
        assert_eq!((read.key(), read.position()), (Some("k"), Some(position)));
    }

    #[test]
    fn a_sequence_without_an_epoch_is_somebody_elses() {
        let event = message().event().clone().with_extension(
            "sequence".parse().expect("a name"),
            crate::event::Attribute::string("0007").expect("text"),
        );
        assert_eq!(Message::new("order.created.v1", event).position(), None);
    }

    #[test]
    fn a_key_is_filled_and_has_no_control_characters() {
        for key in ["", "a\nb"] {
            assert!(message().with_key(key).is_err(), "{key:?}");
        }
    }

    #[test]
    fn positions_are_ordered_by_epoch_and_then_by_number() {
        let position = |epoch, sequence| Position { epoch, sequence };
        assert!(position(1, 9) < position(1, 10));
        assert!(position(1, 10) < position(2, 1));
    }
}
