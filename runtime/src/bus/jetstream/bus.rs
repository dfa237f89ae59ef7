//! The bus on NATS.

use std::sync::Arc;

use super::connection::Connection;
use super::open::Open;
use super::settings::Settings;
use super::{find, lag, provision, publish};
use crate::bus::error::Error;
use crate::bus::event_bus::{Deliveries, EventBus, Pending};
use crate::bus::message::{Message, Position};
use crate::bus::topic::{Lag, Subscription, Topic, check};

/// A bus on NATS `JetStream`; clones share a connection.
///
/// A stream takes every topic of its domain, so a topic that nobody provisioned is refused only where its domain is not
/// there either. A domain keeps messages as long as the topic that keeps them longest, and provisioning never shortens
/// that: who wants less changes the stream by hand.
#[derive(Debug, Clone)]
pub struct JetStream {
    connection: Arc<Connection>,
}

impl JetStream {
    /// Connects. From then on it stays connected: when the connection is lost it is made again, for as long as it takes.
    ///
    /// # Errors
    ///
    /// When no server can be reached, or none lets us in.
    pub async fn connect(settings: Settings) -> Result<Self, Error> {
        Ok(Self { connection: Connection::make(settings).await? })
    }
}

impl EventBus for JetStream {
    fn publish<'a>(&'a self, message: &'a Message) -> Pending<'a, ()> {
        Box::pin(publish::one(&self.connection, message))
    }

    fn provision<'a>(
        &'a self,
        topics: &'a [Topic],
        subscriptions: &'a [Subscription],
    ) -> Pending<'a, ()> {
        Box::pin(async move {
            check(topics, subscriptions)?;
            provision::all(&self.connection, topics, subscriptions).await
        })
    }

    fn subscribe<'a>(&'a self, subscription: &'a Subscription) -> Pending<'a, Box<dyn Deliveries>> {
        Box::pin(async move {
            let open = Open::new(&self.connection, subscription).await?;
            Ok(Box::new(open) as Box<dyn Deliveries>)
        })
    }

    fn find<'a>(
        &'a self,
        topic: &'a str,
        key: &'a str,
        from: Position,
        limit: usize,
    ) -> Pending<'a, Vec<Message>> {
        Box::pin(find::some(&self.connection, topic, key, from, limit))
    }

    fn lag<'a>(&'a self, subscription: &'a Subscription) -> Pending<'a, Lag> {
        Box::pin(lag::of(&self.connection, subscription))
    }
}
