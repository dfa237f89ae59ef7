//! Buses that are broken: between the real relay and the bus in memory, somebody loses, swaps or invents events.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use tiebeam::bus::{
    Deliveries, EventBus, Lag, Memory, Message, Pending, Position, Subscription, Topic,
};
use tiebeam::event::Envelope;
use tiebeam::outbox::Relay;
use tiebeam::types::Uuid;

use super::scene::{Scene, Watched, is_caught, is_lost, is_phantom, is_reordered};
use crate::outbox::history::Chance;

/// What a bus does now and then with what is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Habit {
    /// It says that it has it, and has not.
    Forgets,
    /// It holds it back until the next of its key was published.
    Swaps,
    /// It adds an event of its own.
    Invents,
}

/// A bus with a habit.
#[derive(Debug)]
struct Broken {
    bus: Arc<Memory>,
    chance: Arc<Chance>,
    habit: Habit,
    held: Mutex<BTreeMap<String, Message>>,
}

impl Broken {
    async fn take(&self, message: &Message) -> Result<(), tiebeam::bus::Error> {
        let key = message.key().expect("a key").to_owned();
        let held = self.held().remove(&key);
        let is_now = held.is_none() && self.chance.once_in(5);
        match self.habit {
            Habit::Forgets if is_now => return Ok(()),
            Habit::Swaps if is_now => {
                self.held().insert(key, message.clone());
                return Ok(());
            }
            Habit::Invents if is_now => self.bus.publish(&invented(message)).await?,
            _ => {}
        }
        self.bus.publish(message).await?;
        match held {
            Some(held) => self.bus.publish(&held).await,
            None => Ok(()),
        }
    }

    fn held(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Message>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The same event under another id.
fn invented(message: &Message) -> Message {
    let event = message.event();
    let envelope = Envelope::new(Uuid::new_v4().to_string(), event.source(), event.ty());
    let invented = Message::new(message.topic(), envelope.expect("an event"));
    let invented = invented.with_key(message.key().expect("a key")).expect("a key");
    invented.with_position(message.position().expect("a position"))
}

impl EventBus for Broken {
    fn publish<'a>(&'a self, message: &'a Message) -> Pending<'a, ()> {
        Box::pin(self.take(message))
    }

    fn provision<'a>(
        &'a self,
        topics: &'a [Topic],
        subscriptions: &'a [Subscription],
    ) -> Pending<'a, ()> {
        self.bus.provision(topics, subscriptions)
    }

    fn subscribe<'a>(&'a self, subscription: &'a Subscription) -> Pending<'a, Box<dyn Deliveries>> {
        self.bus.subscribe(subscription)
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

/// Opens doors and publishes that on a bus with a habit; whatever it holds back comes in the end.
async fn published(seed: u64, habit: Habit) -> Scene {
    let scene = Scene::new(seed).await;
    scene.open_doors().await;
    let (bus, chance) = (Arc::clone(&scene.house.bus), Arc::clone(&scene.chance));
    let broken = Arc::new(Broken { bus, chance, habit, held: Mutex::default() });
    let (store, clock) = (Arc::clone(&scene.house.store), scene.house.clock.shared());
    let mut relay = Relay::with_clock(store, Arc::clone(&broken) as Arc<dyn EventBus>, clock);
    scene.house.publish_all_with(&mut relay).await;
    let held = std::mem::take(&mut *broken.held());
    for message in held.values() {
        scene.house.bus.publish(message).await.expect("nothing is wrong");
    }
    scene
}

#[tokio::test]
async fn a_bus_that_forgets_is_caught() {
    is_caught(async |seed| published(seed, Habit::Forgets).await, Watched::Bus, is_lost).await;
}

#[tokio::test]
async fn a_bus_that_swaps_events_of_a_key_is_caught() {
    is_caught(async |seed| published(seed, Habit::Swaps).await, Watched::Bus, is_reordered).await;
}

#[tokio::test]
async fn a_bus_that_invents_events_is_caught() {
    is_caught(async |seed| published(seed, Habit::Invents).await, Watched::Bus, is_phantom).await;
}
