//! What one process publishes on a bus in a database reaches another at once, and who only looks is in nobody's way.

use std::sync::Arc;
use std::time::Duration;

use tiebeam::bus::{Embedded, EventBus as _, Subscription, Topic};
use tiebeam::store::{Postgres, Sqlite, Store};
use tiebeam::testkit::ManualClock;

use super::seen::{ids, message};
use crate::heralds::{Heralds, until};
use crate::keyed::places::database;

const TOPIC: &str = "tests.happened.v1";

/// Provisions a bus whose time nobody moves.
async fn bus(store: Arc<dyn Store>, clock: &ManualClock) -> (Embedded, Subscription) {
    let bus = Embedded::new(store).with_clock(clock.shared());
    let subscription = Subscription::new("tests@1.handler", [TOPIC]);
    let subscriptions = std::slice::from_ref(&subscription);
    bus.provision(&[Topic::new(TOPIC)], subscriptions).await.expect("it is provisioned");
    (bus, subscription)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn i7_what_another_process_publishes_arrives_without_a_poll() {
    let (url, clock) = (database().await, ManualClock::new());
    let store = || Arc::new(Postgres::with_connections(&url, 4).expect("a URL"));
    let (here, subscription) = bus(store(), &clock).await;
    let (there, _) = bus(store(), &clock).await;
    let mut deliveries = here.subscribe(&subscription).await.expect("it was provisioned");
    let heralds = Heralds::of(&url).await;
    heralds.are(1).await;
    for number in 0..20 {
        let message = message(TOPIC, number);
        let publishing = async {
            // Somebody waits already.
            until(async || clock.sleepers() == 1).await;
            there.publish(&message).await.expect("it is published");
        };
        let (arrived, ()) = tokio::join!(deliveries.next(1), publishing);
        let arrived = arrived.expect("the bus answers");
        assert_eq!(ids(&arrived), [number.to_string()]);
        for delivery in arrived {
            delivery.ack().await.expect("the bus hears it");
        }
    }
    assert_eq!(clock.elapsed(), Duration::ZERO, "no time passed");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_idle_subscription_keeps_nobody_from_writing() {
    let (directory, clock) = (tempfile::tempdir().expect("a directory"), ManualClock::new());
    let path = directory.path().join("bus.db");
    let store = Sqlite::open_patiently(&path, Duration::from_millis(1)).expect("a file");
    let (bus, subscription) = bus(Arc::new(store), &clock).await;
    let mut deliveries = bus.subscribe(&subscription).await.expect("it was provisioned");
    let other = Sqlite::open(&path).expect("the same file");
    let writing = other.begin().await.expect("a transaction");
    writing.execute("DELETE FROM tiebeam_bus_flight", &[]).await.expect("it has the lock");
    let looking = async {
        for _ in 0..10 {
            until(async || clock.sleepers() == 1).await;
            clock.advance(Duration::from_millis(100));
        }
        until(async || clock.sleepers() == 1).await;
    };
    tokio::select! {
        arrived = deliveries.next(1) => panic!("a look needs no lock: {arrived:?}"),
        () = looking => {}
    }
    writing.rollback().await.expect("it is undone");
}
