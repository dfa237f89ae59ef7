//! What can go wrong on a bus, so that a test can have it go wrong when it wants.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::bus::error::Error;
use crate::bus::message::Message;

/// A moment at which something can go wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment<'m> {
    /// A message is published.
    Publish(&'m Message),
    /// A message is delivered.
    Deliver(&'m Message),
    /// A delivery is acknowledged.
    Ack(&'m Message),
}

/// What goes wrong.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Fault {
    /// Nothing.
    #[default]
    None,
    /// It is not done, and who asked is told why. A delivery is lost instead, because nobody asked.
    Fail(Error),
    /// What comes back is lost. A publication happens and is reported as unavailable; a delivery does not arrive and
    /// comes again after the wait; an acknowledgment is not heard.
    Lose,
    /// It happens twice: a message is added twice, or arrives twice.
    Twice,
    /// It takes so long until a message can be delivered; an acknowledgment is not late.
    Late(Duration),
}

/// Decides what goes wrong.
#[derive(Clone)]
pub(super) struct Faults(Arc<dyn Fn(Moment<'_>) -> Fault + Send + Sync>);

impl Faults {
    pub(super) fn new(decide: impl Fn(Moment<'_>) -> Fault + Send + Sync + 'static) -> Self {
        Self(Arc::new(decide))
    }

    pub(super) fn at(&self, moment: Moment<'_>) -> Fault {
        (self.0)(moment)
    }
}

impl Default for Faults {
    fn default() -> Self {
        Self::new(|_| Fault::None)
    }
}

impl fmt::Debug for Faults {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Faults")
    }
}
