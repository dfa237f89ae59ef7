//! The two traits of a bus: what everyone sees, and what a consumer reads from.

use std::fmt::Debug;
use std::future::Future;
use std::pin::Pin;

use super::delivery::Delivery;
use super::error::Error;
use super::message::{Message, Position};
use super::topic::{Lag, Subscription, Topic};

/// Something that a bus is doing.
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send + 'a>>;

/// Carries events from those who publish to those who subscribed, at least once.
///
/// Within a topic messages are delivered in the order in which they were published, except where one is delivered
/// again. Two publications that are under way at once are in the order in which their futures were first polled, if
/// both succeed.
///
/// ```
/// use std::sync::Arc;
///
/// use tiebeam::bus::{EventBus, Memory, Message, Subscription, Topic};
/// use tiebeam::event::Envelope;
///
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// let bus: Arc<dyn EventBus> = Arc::new(Memory::new());
/// let topic = Topic::new("order.order-created.v1");
/// let subscription = Subscription::new("stock@1.reserve", ["order.order-created.v1"]);
/// bus.provision(&[topic], std::slice::from_ref(&subscription)).await?;
///
/// let event = Envelope::new("7", "/shop/orders", "example.acme.order.OrderCreated.v1")?;
/// bus.publish(&Message::new("order.order-created.v1", event)).await?;
///
/// let mut deliveries = bus.subscribe(&subscription).await?;
/// for delivery in deliveries.next(10).await? {
///     println!("{}", delivery.message().id());
///     delivery.ack().await?;
/// }
/// # Ok(())
/// # }
/// ```
pub trait EventBus: Debug + Send + Sync + 'static {
    /// Publishes a message; ready when the bus has it for good. The same source and id again within the bus's window
    /// (two minutes unless told) are not added a second time.
    ///
    /// # Errors
    ///
    /// When we may not, when this message can never be published, or when the bus is unavailable.
    fn publish<'a>(&'a self, message: &'a Message) -> Pending<'a, ()>;

    /// Creates or updates what topics and subscriptions need. An operator's call, safe to be repeated and from several
    /// instances: services do not create any. It takes nothing away, and a subscription that is there stays where it is.
    ///
    /// # Errors
    ///
    /// When we may not, when the bus cannot have what is wished, or when it is unavailable.
    fn provision<'a>(
        &'a self,
        topics: &'a [Topic],
        subscriptions: &'a [Subscription],
    ) -> Pending<'a, ()>;

    /// Opens a subscription that was provisioned; all that have it open share the work.
    ///
    /// # Errors
    ///
    /// When we may not, when nobody provisioned it, or when the bus is unavailable.
    fn subscribe<'a>(&'a self, subscription: &'a Subscription) -> Pending<'a, Box<dyn Deliveries>>;

    /// Messages of one key from a position on, in their order and each once: to close a gap. Those that follow the last
    /// one are found by asking again.
    ///
    /// # Errors
    ///
    /// When we may not, when nobody provisioned the topic, or when the bus is unavailable.
    fn find<'a>(
        &'a self,
        topic: &'a str,
        key: &'a str,
        from: Position,
        limit: usize,
    ) -> Pending<'a, Vec<Message>>;

    /// How far a subscription is behind.
    ///
    /// # Errors
    ///
    /// When we may not, when nobody provisioned it, or when the bus is unavailable.
    fn lag<'a>(&'a self, subscription: &'a Subscription) -> Pending<'a, Lag>;
}

/// What a subscription delivers.
pub trait Deliveries: Debug + Send {
    /// Waits until there is a message, then answers as many as there are, at most `limit`. It may be given up at any
    /// time: what it already had is answered by the next call.
    ///
    /// # Errors
    ///
    /// When we may not, when the subscription is gone, or when the bus is unavailable; it can be asked again.
    fn next(&mut self, limit: usize) -> Pending<'_, Vec<Delivery>>;
}
