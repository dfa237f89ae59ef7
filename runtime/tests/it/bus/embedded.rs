//! What a bus in a database does besides: it writes together, forgets duplicates and what is old in time, and survives
//! a store that is away for a while.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tiebeam::bus::{Embedded, EventBus, Position, Start, Subscription, Topic};
use tiebeam::store::{OpenTransaction, Pending, Sqlite, Store, Wake};
use tiebeam::testkit::ManualClock;
use tiebeam::types::Timestamp;

use super::places::topic;
use super::seen::{ids, keyed, message};

const MINUTE: Duration = Duration::from_mins(1);

/// A store in a file that counts the transactions which may write.
#[derive(Debug)]
struct Counting {
    store: Sqlite,
    begun: AtomicUsize,
}

impl Store for Counting {
    fn begin(&self) -> Pending<'_, OpenTransaction> {
        self.begun.fetch_add(1, Ordering::SeqCst);
        self.store.begin()
    }

    fn begin_reading(&self) -> Pending<'_, OpenTransaction> {
        self.store.begin_reading()
    }

    fn migrate(&self) -> Pending<'_, ()> {
        self.store.migrate()
    }

    fn wake(&self) -> &Wake {
        self.store.wake()
    }

    fn sweep(&self, now: Timestamp, limit: u32) -> Pending<'_, u64> {
        self.store.sweep(now, limit)
    }
}

/// A bus in a file, its clock, and a subscription to its topic from the beginning.
struct Scene {
    bus: Embedded,
    clock: ManualClock,
    store: Arc<Counting>,
    topic: String,
    subscription: Subscription,
    directory: tempfile::TempDir,
}

impl Scene {
    async fn new(retention: Option<Duration>) -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let patience = Duration::from_millis(20);
        let store = Sqlite::open_patiently(directory.path().join("bus.db"), patience);
        let store =
            Arc::new(Counting { store: store.expect("a file"), begun: AtomicUsize::new(0) });
        let clock = ManualClock::new();
        let bus = Embedded::new(Arc::clone(&store) as Arc<dyn Store>).with_clock(clock.shared());
        let topic = topic();
        let subscription =
            Subscription::new("tests@1.handler", [&*topic]).with_start(Start::Beginning);
        let topics = [Topic { name: topic.clone(), retention }];
        let subscriptions = std::slice::from_ref(&subscription);
        bus.provision(&topics, subscriptions).await.expect("it is provisioned");
        Self { bus, clock, store, topic, subscription, directory }
    }

    async fn publish(&self, sequences: std::ops::Range<u64>) {
        for sequence in sequences {
            let message = keyed(&self.topic, "a", sequence);
            self.bus.publish(&message).await.expect("it is published");
        }
    }

    async fn waiting(&self) -> u64 {
        self.bus.lag(&self.subscription).await.expect("the bus answers").waiting
    }
}

#[tokio::test]
async fn publications_at_once_are_one_transaction() {
    let scene = Scene::new(None).await;
    scene.publish(1..2).await;
    let before = scene.store.begun.load(Ordering::SeqCst);
    let mut publishing = tokio::task::JoinSet::new();
    for number in 0..400 {
        let (bus, message) = (scene.bus.clone(), message(&scene.topic, number));
        publishing.spawn(async move { bus.publish(&message).await });
    }
    for published in publishing.join_all().await {
        published.expect("it is published");
    }
    let transactions = scene.store.begun.load(Ordering::SeqCst) - before;
    assert!(transactions <= 3, "{transactions}");
    assert_eq!(scene.waiting().await, 401);
}

#[tokio::test]
async fn an_event_is_added_again_after_the_window() {
    let scene = Scene::new(None).await;
    for (pause, waiting) in [(Duration::ZERO, 1), (MINUTE, 1), (MINUTE, 2), (MINUTE, 2)] {
        scene.clock.advance(pause);
        scene.publish(1..2).await;
        assert_eq!(scene.waiting().await, waiting);
    }
    let from = Position { epoch: 1, sequence: 1 };
    let found = scene.bus.find(&scene.topic, "a", from, 10).await;
    assert_eq!(found, Ok(vec![keyed(&scene.topic, "a", 1)]), "each is found once");
}

#[tokio::test]
async fn what_is_old_is_removed_in_small_batches_and_nothing_else() {
    let scene = Scene::new(Some(10 * MINUTE)).await;
    scene.publish(1..11).await;
    scene.clock.advance(5 * MINUTE);
    scene.publish(11..13).await;
    scene.clock.advance(4 * MINUTE);
    assert_eq!(scene.bus.sweep(4).await, Ok(0), "it is not old enough");
    scene.clock.advance(MINUTE);
    for removed in [4, 4, 2, 0] {
        assert_eq!(scene.bus.sweep(4).await, Ok(removed));
    }
    assert_eq!(scene.waiting().await, 2);
}

#[tokio::test]
async fn what_is_in_flight_and_not_kept_any_longer_is_not_delivered_again() {
    let scene = Scene::new(Some(MINUTE)).await;
    scene.publish(1..3).await;
    let mut deliveries = scene.bus.subscribe(&scene.subscription).await.expect("it is there");
    let arrived = deliveries.next(2).await.expect("the bus answers");
    assert_eq!(arrived.len(), 2);
    scene.clock.advance(2 * MINUTE);
    assert_eq!(scene.bus.sweep(10).await, Ok(2));
    scene.publish(3..4).await;
    let arrived = deliveries.next(2).await.expect("the bus answers");
    assert_eq!(ids(&arrived), ["a-1-3"]);
}

#[tokio::test]
async fn a_store_that_is_away_makes_the_bus_unavailable_until_it_is_back() {
    let scene = Scene::new(None).await;
    let other = Sqlite::open(scene.directory.path().join("bus.db")).expect("the same file");
    let held = other.begin().await.expect("a transaction");
    held.execute("DELETE FROM tiebeam_bus_flight", &[]).await.expect("its turn");
    let message = keyed(&scene.topic, "a", 1);
    let refused = scene.bus.publish(&message).await.expect_err("the file is held");
    assert!(refused.is_unavailable(), "{refused}");
    assert_eq!(scene.waiting().await, 0, "who only looks need not wait");
    held.rollback().await.expect("it is undone");
    scene.bus.publish(&message).await.expect("it is published");
    assert_eq!(scene.waiting().await, 1);
}
