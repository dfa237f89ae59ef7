//! From pending rows to the bus: at least once, in the order of each key, by any number of relays.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use jiff::SignedDuration;
use tiebeam::bus::memory::{Fault, Moment};
use tiebeam::bus::{
    Deliveries, Error, EventBus, Lag, Memory, Message, Pending, Position, Subscription, Topic,
};
use tiebeam::clock::Clock;
use tiebeam::outbox::{Relay, Sweep};
use tokio::sync::Notify;

use super::house::{CLOSED, House, OPENED};
use crate::heralds::until;

on_both_stores! {
    i1_what_the_bus_refuses_for_now_is_published_later
    i2_a_key_waits_for_its_events_and_for_no_other_key
    i3_an_idle_transaction_delays_nothing
    i6_pending_rows_go_and_the_log_stays
    what_can_never_be_published_is_a_dead_letter
    what_nobody_provisioned_waits
    what_expired_is_forgotten_once_it_was_published
    two_relays_share_the_partitions
    a_relay_that_dies_is_replaced
    i2_a_zombie_deletes_nothing_that_others_publish
    a_lost_confirmation_publishes_twice_and_not_out_of_order
}

/// First occurrences of each key, by their numbers.
async fn firsts(house: &House) -> BTreeMap<String, Vec<u64>> {
    let mut firsts: BTreeMap<String, Vec<u64>> = BTreeMap::new();
    for message in house.published(OPENED).await {
        let numbers = firsts.entry(message.key().expect("a key").to_owned()).or_default();
        let number = message.position().expect("a position").sequence;
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    firsts
}

async fn i1_what_the_bus_refuses_for_now_is_published_later(house: &House) {
    for _ in 0..5 {
        house.open(&["front", "back"]).await.expect("it opens");
    }
    house.faults.are(|moment| match moment {
        Moment::Publish(_) => Fault::Fail(Error::unavailable("a network")),
        _ => Fault::None,
    });
    let mut relay = house.relay();
    let sweep = relay.sweep().await.expect("it sweeps");
    assert_eq!(sweep, Sweep { stuck: 2, ..Sweep::default() });
    house.faults.end();
    assert_eq!(relay.sweep().await.expect("it sweeps").published, 10);
    let expected: Vec<u64> = (1..=5).collect();
    let firsts = firsts(house).await;
    assert_eq!(firsts.into_values().collect::<Vec<_>>(), [expected.clone(), expected]);
}

async fn i2_a_key_waits_for_its_events_and_for_no_other_key(house: &House) {
    for _ in 0..3 {
        house.open(&["front", "back"]).await.expect("it opens");
    }
    house.faults.are(|moment| match moment {
        Moment::Publish(message) if message.key() == Some("front") => {
            Fault::Fail(Error::denied("not this door"))
        }
        _ => Fault::None,
    });
    let mut relay = house.relay();
    let sweep = relay.sweep().await.expect("it sweeps");
    assert_eq!((sweep.published, sweep.stuck), (3, 1));
    house.faults.end();
    assert_eq!(relay.sweep().await.expect("it sweeps").published, 3);
    assert_eq!(firsts(house).await["front"], [1, 2, 3]);
}

async fn i3_an_idle_transaction_delays_nothing(house: &House) {
    let idle = house.store.begin().await.expect("a transaction");
    if !format!("{:?}", house.store).contains("Sqlite") {
        // SQLite has one writer: a transaction that wrote is in everybody's way, and that is no matter of the outbox.
        let sql = "INSERT INTO door (name, opened) VALUES ('idle', 1)";
        idle.execute(sql, &[]).await.expect("it is written");
    }
    house.open(&["front"]).await.expect("it opens");
    assert_eq!(house.publish_all().await, 1);
    idle.rollback().await.expect("it is undone");
}

async fn i6_pending_rows_go_and_the_log_stays(house: &House) {
    for number in 0..1_200 {
        house.open(&[&format!("door {}", number % 7)]).await.expect("it opens");
    }
    let mut relay = house.relay();
    let first = relay.sweep().await.expect("it sweeps");
    assert_eq!((first.published, first.is_full), (500, true));
    assert_eq!(house.publish_all_with(&mut relay).await, 700);
    assert_eq!(house.count("tiebeam_outbox").await, 0);
    assert_eq!(house.count("tiebeam_event").await, 1_200);
}

async fn what_can_never_be_published_is_a_dead_letter(house: &House) {
    house.open(&["front"]).await.expect("it opens");
    house.faults.are(|moment| match moment {
        Moment::Publish(message) if message.topic() == OPENED => {
            Fault::Fail(Error::rejected("too large"))
        }
        _ => Fault::None,
    });
    let sweep = house.relay().sweep().await.expect("it sweeps");
    assert_eq!(sweep, Sweep { dead: 1, ..Sweep::default() });
    assert_eq!(house.count("tiebeam_outbox").await, 0);
    assert_eq!(house.count("tiebeam_dead_letter").await, 1);
    assert!(house.published(CLOSED).await.is_empty());
}

async fn what_nobody_provisioned_waits(house: &House) {
    house.open(&["front"]).await.expect("it opens");
    house.faults.are(|moment| match moment {
        Moment::Publish(_) => Fault::Fail(Error::missing("nobody provisioned the topic")),
        _ => Fault::None,
    });
    let mut relay = house.relay();
    assert_eq!(relay.sweep().await.expect("it sweeps"), Sweep { stuck: 1, ..Sweep::default() });
    house.faults.end();
    assert_eq!(relay.sweep().await.expect("it sweeps").published, 1);
}

async fn what_expired_is_forgotten_once_it_was_published(house: &House) {
    house.open(&["front"]).await.expect("it opens");
    house.publish_all().await;
    house.open(&["back"]).await.expect("it opens");
    let later = Clock::now(&house.clock) + SignedDuration::from_hours(25);
    assert_eq!(house.store.sweep(later, 100).await.expect("it sweeps"), 1);
    assert_eq!(house.count("tiebeam_event").await, 1, "one was not published yet");
    house.publish_all().await;
    assert_eq!(house.store.sweep(later, 100).await.expect("it sweeps"), 1);
}

async fn two_relays_share_the_partitions(house: &House) {
    let (mut one, mut other) = (house.relay(), house.relay());
    one.sweep().await.expect("it takes everything");
    other.sweep().await.expect("it is there");
    house.clock.advance(Duration::from_secs(4));
    one.sweep().await.expect("it lets go of half");
    house.clock.advance(Duration::from_secs(4));
    other.sweep().await.expect("it takes the other half");
    for number in 0..64 {
        house.open(&[&format!("door {number}")]).await.expect("it opens");
    }
    let (by_one, by_other) = (one.sweep().await, other.sweep().await);
    let (by_one, by_other) = (by_one.expect("some").published, by_other.expect("some").published);
    assert_eq!(by_one + by_other, 64);
    assert!(by_one > 10 && by_other > 10, "{by_one} and {by_other}");
}

async fn a_relay_that_dies_is_replaced(house: &House) {
    let mut dead = house.relay();
    dead.sweep().await.expect("it takes everything");
    house.open(&["front"]).await.expect("it opens");
    let mut next = house.relay();
    assert_eq!(next.sweep().await.expect("nothing is free"), Sweep::default());
    house.clock.advance(Duration::from_secs(11));
    assert_eq!(next.sweep().await.expect("it takes over").published, 1);
    assert_eq!(dead.sweep().await.expect("it holds nothing").published, 0);
}

async fn a_lost_confirmation_publishes_twice_and_not_out_of_order(house: &House) {
    for _ in 0..6 {
        house.open(&["front", "back"]).await.expect("it opens");
    }
    let count = Arc::new(AtomicU64::new(0));
    house.faults.are(move |moment| match moment {
        Moment::Publish(_) if count.fetch_add(1, Ordering::SeqCst) % 3 == 1 => Fault::Lose,
        _ => Fault::None,
    });
    house.publish_all().await;
    let expected: Vec<u64> = (1..=6).collect();
    for (door, numbers) in firsts(house).await {
        assert_eq!(numbers, expected, "{door}");
    }
}

/// A bus that takes what is published when it is told.
#[derive(Debug)]
struct Slow {
    bus: Arc<Memory>,
    /// Publications that arrived.
    arrived: AtomicU64,
    is_told: Notify,
}

impl EventBus for Slow {
    fn publish<'a>(&'a self, message: &'a Message) -> Pending<'a, ()> {
        Box::pin(async move {
            self.arrived.fetch_add(1, Ordering::SeqCst);
            self.is_told.notified().await;
            self.bus.publish(message).await
        })
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

async fn i2_a_zombie_deletes_nothing_that_others_publish(house: &House) {
    house.open(&["front"]).await.expect("it opens");
    let (arrived, is_told) = (AtomicU64::new(0), Notify::new());
    let slow = Arc::new(Slow { bus: Arc::clone(&house.bus), arrived, is_told });
    let bus = Arc::clone(&slow) as Arc<dyn EventBus>;
    let mut zombie = Relay::with_clock(Arc::clone(&house.store), bus, house.clock.shared());
    let sweeping = tokio::spawn(async move { zombie.sweep().await });
    until(async || slow.arrived.load(Ordering::SeqCst) == 1).await;
    house.clock.advance(Duration::from_secs(11));
    house.faults.are(|moment| match moment {
        Moment::Publish(_) => Fault::Fail(Error::unavailable("a network")),
        _ => Fault::None,
    });
    let mut next = house.relay();
    assert_eq!(next.sweep().await.expect("it takes over"), Sweep { stuck: 1, ..Sweep::default() });
    house.faults.end();
    slow.is_told.notify_one();
    sweeping.await.expect("no panic").expect("it knows nothing of it");
    assert_eq!(house.count("tiebeam_outbox").await, 1, "it is the other's now");
    assert_eq!(next.sweep().await.expect("it sweeps").published, 1);
    assert_eq!(house.count("tiebeam_outbox").await, 0);
}
