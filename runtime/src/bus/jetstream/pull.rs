//! One consumer that messages are pulled from, and what is done where nothing comes.

use std::sync::Arc;
use std::time::Duration;

use async_nats::jetstream::AckKind;
use async_nats::jetstream::consumer::Info;
use async_nats::jetstream::consumer::pull::BatchConfig;
use async_nats::{Message as Incoming, StatusCode, Subscriber, jetstream};
use futures_util::{FutureExt as _, StreamExt as _};
use serde_json::json;
use tokio::sync::broadcast;
use tokio::time::Instant;

use super::connection::Connection;
use super::denial::{self, denied};
use super::settle::Handle;
use super::{api, name, wire};
use crate::bus::delivery::Delivery;
use crate::bus::error::Error;
use crate::bus::topic::{Subscription, no_subscription};

/// How many heartbeats a pull lasts.
const LASTING: u32 = 6;

/// How long to leave a server that has no room for another pull.
const PAUSE: Duration = Duration::from_millis(100);

/// A consumer that messages are pulled from.
#[derive(Debug)]
pub(super) struct Pull {
    connection: Arc<Connection>,
    subscription: String,
    topic: String,
    stream: String,
    consumer: String,
    inbox: Option<Inbox>,
    denials: broadcast::Receiver<String>,
}

/// Where messages arrive.
#[derive(Debug)]
struct Inbox {
    address: String,
    subscriber: Subscriber,
    /// Which connection it was made on.
    made: u64,
    /// How many messages were asked for and did not arrive.
    asked: usize,
    /// When anything was heard last.
    heard: Instant,
}

/// What came of waiting.
enum Came {
    Message(Incoming),
    /// The inbox is closed, or belongs to a connection that is gone.
    Gone,
    /// Nothing was heard for too long.
    Silence,
    Denied,
}

impl Pull {
    /// A consumer that was provisioned.
    pub(super) async fn open(
        connection: &Arc<Connection>,
        subscription: &Subscription,
        topic: &str,
    ) -> Result<Self, Error> {
        let pull = Self {
            connection: Arc::clone(connection),
            subscription: subscription.name.clone(),
            topic: topic.to_owned(),
            stream: name::stream(topic).to_owned(),
            consumer: name::consumer(subscription, topic),
            inbox: None,
            denials: connection.denials.listen(),
        };
        pull.info().await?;
        Ok(pull)
    }

    /// What the server says of the consumer.
    pub(super) async fn info(&self) -> Result<Info, Error> {
        let question = format!("CONSUMER.INFO.{}.{}", self.stream, self.consumer);
        let info = api::found(self.connection.ask(&question, &json!({})).await?)?;
        info.ok_or_else(|| no_subscription(&self.subscription, &self.topic))
    }

    /// Waits until there is a message, then answers as many as there are. It may be given up at any time.
    pub(super) async fn next(&mut self, limit: usize) -> Result<Vec<Delivery>, Error> {
        loop {
            // What arrived on a connection that is gone can still be settled on the next.
            let ready = self.take_ready(limit);
            if !ready.is_empty() {
                return Ok(ready);
            }
            self.connection.is_there().await;
            self.ask(limit).await?;
            match self.wait().await {
                Came::Message(message) => {
                    if let Some(delivery) = self.read(message).await? {
                        let mut deliveries = vec![delivery];
                        deliveries.extend(self.take_ready(limit - 1));
                        return Ok(deliveries);
                    }
                }
                Came::Gone => self.inbox = None,
                Came::Silence => {
                    self.inbox = None;
                    // Nobody answers for a consumer that is gone, either. A server that does not answer is waited for.
                    match self.info().await {
                        Err(error) if !error.is_unavailable() => return Err(error),
                        _ => tracing::warn!(
                            consumer = self.consumer,
                            "a pull stalled, and begins anew"
                        ),
                    }
                }
                Came::Denied => return Err(denied(&self.subject())),
            }
        }
    }

    fn subject(&self) -> String {
        api::subject(&format!("CONSUMER.MSG.NEXT.{}.{}", self.stream, self.consumer))
    }

    /// Sees to it that messages were asked for, on the connection of now.
    async fn ask(&mut self, limit: usize) -> Result<(), Error> {
        let subject = self.subject();
        let heartbeat = self.connection.settings.heartbeat;
        let made = *self.connection.made.borrow();
        let client = &self.connection.client;
        let inbox = match &mut self.inbox {
            Some(inbox) if inbox.made == made => inbox,
            inbox => {
                let address = client.new_inbox();
                let subscriber = client.subscribe(address.clone()).await;
                let subscriber = subscriber.map_err(Error::unavailable)?;
                let (asked, heard) = (0, Instant::now());
                inbox.insert(Inbox { address, subscriber, made, asked, heard })
            }
        };
        if inbox.asked > 0 {
            return Ok(());
        }
        let batch = BatchConfig {
            batch: limit,
            expires: Some(heartbeat * LASTING),
            idle_heartbeat: heartbeat,
            ..BatchConfig::default()
        };
        let content = serde_json::to_vec(&batch).expect("numbers are JSON");
        let asking = client.publish_with_reply(subject, inbox.address.clone(), content.into());
        asking.await.map_err(Error::unavailable)?;
        inbox.asked = limit;
        inbox.heard = Instant::now();
        Ok(())
    }

    async fn wait(&mut self) -> Came {
        let subject = self.subject();
        let Some(inbox) = &mut self.inbox else { return Came::Gone };
        let mut made = self.connection.made.clone();
        let silence = inbox.heard + 2 * self.connection.settings.heartbeat;
        tokio::select! {
            biased;
            message = inbox.subscriber.next() => match message {
                Some(message) => {
                    inbox.heard = Instant::now();
                    Came::Message(message)
                }
                None => Came::Gone,
            },
            _ = made.wait_for(|made| *made != inbox.made) => Came::Gone,
            () = denial::of(&mut self.denials, &subject) => Came::Denied,
            () = tokio::time::sleep_until(silence) => Came::Silence,
        }
    }

    /// The messages that arrived already. What the server says besides is left to who waits.
    fn take_ready(&mut self, limit: usize) -> Vec<Delivery> {
        let mut deliveries = Vec::new();
        while deliveries.len() < limit {
            let Some(inbox) = &mut self.inbox else { break };
            let Some(Some(message)) = inbox.subscriber.next().now_or_never() else { break };
            inbox.heard = Instant::now();
            match message.status {
                None => deliveries.extend(self.deliver(message)),
                // It asks for nothing that cannot wait until the next pull; a word too few ends in a look at the server.
                Some(status) => self.hear(status),
            }
        }
        deliveries
    }

    /// A message, or what the server says instead.
    async fn read(&mut self, message: Incoming) -> Result<Option<Delivery>, Error> {
        let Some(status) = message.status else { return Ok(self.deliver(message)) };
        self.hear(status);
        match status {
            StatusCode::IDLE_HEARTBEAT => Ok(None),
            // The pull ended without a message: is there really none?
            StatusCode::TIMEOUT | StatusCode::NOT_FOUND => {
                self.look().await?;
                Ok(None)
            }
            _ => {
                let text = message.description.unwrap_or_default();
                tracing::debug!(consumer = self.consumer, text, "a pull was ended");
                // An error where the consumer is gone; else the server or its leader is about to change.
                self.info().await?;
                tokio::time::sleep(PAUSE).await;
                Ok(None)
            }
        }
    }

    fn hear(&mut self, status: StatusCode) {
        if let Some(inbox) = self.inbox.as_mut().filter(|_| status != StatusCode::IDLE_HEARTBEAT) {
            // Whatever was asked for, no more of it comes.
            inbox.asked = 0;
        }
    }

    /// Compares silence with what the server says is waiting.
    async fn look(&mut self) -> Result<(), Error> {
        let info = self.info().await?;
        let most = usize::try_from(info.config.max_ack_pending).unwrap_or(usize::MAX);
        if info.num_pending > 0 && info.num_ack_pending < most && info.num_waiting == 0 {
            tracing::debug!(
                consumer = self.consumer,
                waiting = info.num_pending,
                "a pull was idle"
            );
            self.inbox = None;
        }
        Ok(())
    }

    fn deliver(&mut self, message: Incoming) -> Option<Delivery> {
        if let Some(inbox) = &mut self.inbox {
            inbox.asked = inbox.asked.saturating_sub(1);
        }
        let reply = message.reply.clone()?;
        let read = wire::read(&self.topic, message.headers.as_ref(), message.payload.clone());
        let context = self.connection.context.clone();
        let message = jetstream::Message { message, context };
        let delivered = message.info().map_or(1, |info| info.delivered);
        let redelivered = u32::try_from(delivered.saturating_sub(1)).unwrap_or_default();
        match read {
            Ok(read) => {
                let handle = Handle { connection: Arc::clone(&self.connection), reply };
                Some(Delivery::new(read, redelivered, Box::new(handle)))
            }
            Err(invalid) => {
                let topic = &self.topic;
                tracing::error!(topic, reason = invalid.to_string(), "this is no event");
                // Nobody can do anything with it. It stays in the stream.
                tokio::spawn(async move { message.ack_with(AckKind::Term).await });
                None
            }
        }
    }
}
