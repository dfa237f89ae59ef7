//! The bus that carries events between the services.
//!
//! | `bus.kind` | the bus |
//! | --- | --- |
//! | `embedded` | a log of its own in the kind of store that the services have; processes of one machine share it |
//! | `nats` | NATS `JetStream` at `bus.url`, which answers below `bus.inbox` where that is said |
//!
//! Topics and subscriptions are provisioned at start, unless `bus.provision` is false: then an operator did it.
//!
//! What was delivered to a service that died is delivered again after `bus.ack-wait-ms`.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use tiebeam::bus::jetstream::Settings as JetStreamSettings;
use tiebeam::bus::{
    Deliveries, Embedded, EventBus, JetStream, Lag, Message, Pending, Position, Subscription, Topic,
};

use crate::settings::Settings;
use crate::stores;

/// A bus whose deliveries may take so long, whatever a subscription asks for.
#[derive(Debug)]
struct Timed {
    bus: Arc<dyn EventBus>,
    ack_wait: Duration,
    /// Whether topics and subscriptions are left to an operator.
    is_provisioned: bool,
}

/// Opens the bus.
///
/// # Errors
///
/// When the settings do not say where it is, or it cannot be reached.
pub async fn open(settings: &Settings) -> anyhow::Result<Arc<dyn EventBus>> {
    let bus: Arc<dyn EventBus> = match settings.text("bus.kind") {
        "nats" => {
            let url = settings.text("bus.url");
            ensure!(!url.is_empty(), "`bus.kind` is nats, and nobody said where: set `bus.url`");
            let to_nats = match settings.text("bus.inbox") {
                "" => JetStreamSettings::new(url),
                inbox => JetStreamSettings::new(url).with_inbox(inbox),
            };
            let bus = JetStream::connect(to_nats).await;
            Arc::new(bus.context("cannot reach NATS")?)
        }
        _ => Arc::new(Embedded::new(stores::open(settings, "bus").await?)),
    };
    let (ack_wait, is_provisioned) =
        (settings.millis("bus.ack-wait-ms"), !settings.flag("bus.provision"));
    Ok(Arc::new(Timed { bus, ack_wait, is_provisioned }))
}

impl Timed {
    fn timed(&self, subscription: &Subscription) -> Subscription {
        subscription.clone().with_ack_wait(self.ack_wait)
    }
}

impl EventBus for Timed {
    fn publish<'a>(&'a self, message: &'a Message) -> Pending<'a, ()> {
        self.bus.publish(message)
    }

    fn provision<'a>(
        &'a self,
        topics: &'a [Topic],
        subscriptions: &'a [Subscription],
    ) -> Pending<'a, ()> {
        let timed: Vec<Subscription> = subscriptions.iter().map(|it| self.timed(it)).collect();
        Box::pin(async move {
            if self.is_provisioned {
                return Ok(());
            }
            self.bus.provision(topics, &timed).await
        })
    }

    fn subscribe<'a>(&'a self, subscription: &'a Subscription) -> Pending<'a, Box<dyn Deliveries>> {
        Box::pin(async move { self.bus.subscribe(&self.timed(subscription)).await })
    }

    fn find<'a>(
        &'a self,
        topic: &'a str,
        key: &'a str,
        from: Position,
        limit: usize,
    ) -> Pending<'a, Vec<Message>> {
        self.bus.find(topic, key, from, limit)
    }

    fn lag<'a>(&'a self, subscription: &'a Subscription) -> Pending<'a, Lag> {
        self.bus.lag(subscription)
    }
}
