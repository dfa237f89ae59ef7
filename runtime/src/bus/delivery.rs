//! One message in the hands of a consumer, and what becomes of it.

use std::fmt::Debug;
use std::time::Duration;

use super::error::Error;
use super::event_bus::Pending;
use super::message::Message;

/// A message that was delivered. Dropped, it is delivered again after the acknowledgment wait of its subscription.
#[derive(Debug)]
pub struct Delivery {
    message: Message,
    redelivered: u32,
    handle: Box<dyn Settle>,
}

/// What a consumer says of a delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settlement {
    /// It is done with.
    Done,
    /// It is to be delivered again after so long.
    Again(Duration),
    /// It is being worked on: the wait begins anew.
    InProgress,
}

/// How a bus is told what becomes of a delivery.
pub trait Settle: Debug + Send + Sync {
    /// Tells the bus. It may be ready before the bus has heard it: what gets lost is delivered again.
    fn settle(&self, settlement: Settlement) -> Pending<'_, ()>;
}

impl Delivery {
    /// Hands out a message that was delivered so many times before.
    #[must_use]
    pub fn new(message: Message, redelivered: u32, handle: Box<dyn Settle>) -> Self {
        Self { message, redelivered, handle }
    }

    /// The message.
    #[must_use]
    pub fn message(&self) -> &Message {
        &self.message
    }

    /// How many times it was delivered before this one, as far as the bus knows.
    #[must_use]
    pub fn redelivered(&self) -> u32 {
        self.redelivered
    }

    /// Says that the message is done with. An acknowledgment that gets lost means that it is delivered again.
    ///
    /// # Errors
    ///
    /// When the bus cannot be told.
    pub async fn ack(self) -> Result<(), Error> {
        self.handle.settle(Settlement::Done).await
    }

    /// Gives the message back, to be delivered again after so long. Later messages are not held up by it.
    ///
    /// # Errors
    ///
    /// When the bus cannot be told; it is delivered again after the acknowledgment wait then.
    pub async fn retry_after(self, delay: Duration) -> Result<(), Error> {
        self.handle.settle(Settlement::Again(delay)).await
    }

    /// Says that the message is being worked on: the acknowledgment wait begins anew.
    ///
    /// # Errors
    ///
    /// When the bus cannot be told.
    pub async fn extend(&self) -> Result<(), Error> {
        self.handle.settle(Settlement::InProgress).await
    }
}
