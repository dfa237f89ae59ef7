//! I7: what one process commits, another publishes at once, and a notification that is lost costs a poll.

use std::sync::Arc;
use std::time::Duration;

use tiebeam::store::{Postgres, Sqlite, Store};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::house::{House, OPENED};
use crate::heralds::{Heralds, until};
use crate::keyed::places;

/// How often a relay looks by itself.
const POLL: Duration = Duration::from_millis(200);

/// A house with a relay, and the same house in another process: on a store of its own. Time is moved by hand, so the
/// relay looks when it is woken, or when a test moves the time.
struct Scene {
    house: House,
    other: House,
    heralds: Heralds,
    opened: u64,
    relaying: JoinHandle<()>,
    stop: oneshot::Sender<()>,
}

impl Scene {
    async fn new() -> Self {
        let url = places::database().await;
        let store = || Arc::new(Postgres::with_connections(&url, 4).expect("a URL"));
        let house = House::on(store(), None).await;
        let other = house.beside(store());
        let (stop, stopped) = oneshot::channel();
        let relaying = tokio::spawn(house.relay().run(async { drop(stopped.await) }));
        let scene =
            Self { heralds: Heralds::of(&url).await, house, other, opened: 0, relaying, stop };
        scene.heralds.are(1).await;
        scene
    }

    /// Opens a door in the other process.
    async fn open(&mut self) {
        self.other.open(&["front"]).await.expect("it opens");
        self.opened += 1;
    }

    /// Waits until everything is published, and the relay waits for more.
    async fn is_published(&self) {
        until(async || self.house.published(OPENED).await.len() as u64 == self.opened).await;
        until(async || self.house.clock.sleepers() == 1).await;
    }

    async fn end(self) {
        drop(self.stop);
        self.relaying.await.expect("no panic");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn i7_what_another_process_commits_is_published_without_a_poll() {
    let mut scene = Scene::new().await;
    for _ in 0..20 {
        scene.open().await;
        scene.is_published().await;
    }
    scene.heralds.are(2).await;
    assert_eq!(scene.house.clock.elapsed(), Duration::ZERO, "no time passed");
    scene.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn i7_a_lost_notification_costs_a_poll_and_the_listener_comes_back() {
    let mut scene = Scene::new().await;
    scene.open().await;
    scene.is_published().await;
    scene.heralds.are(2).await;
    scene.heralds.may_connect("false").await;
    assert_eq!(scene.heralds.kill().await, 2);
    scene.heralds.are(0).await;
    scene.open().await;
    until(async || scene.house.clock.sleepers() == 1).await;
    assert_eq!(scene.house.published(OPENED).await.len(), 1, "nobody heard of it");
    scene.house.clock.advance(POLL);
    scene.is_published().await;
    scene.heralds.may_connect("true").await;
    scene.heralds.are(2).await;
    for _ in 0..5 {
        scene.open().await;
        scene.is_published().await;
    }
    assert_eq!(scene.house.clock.elapsed(), POLL);
    scene.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_idle_relay_keeps_nobody_from_writing() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("store.db");
    let patience = Duration::from_millis(1);
    let store = Sqlite::open_patiently(&path, patience).expect("a file");
    let house = House::on(Arc::new(store), None).await;
    let mut relay = house.relay();
    relay.sweep().await.expect("it takes everything");
    let other: Arc<dyn Store> = Arc::new(Sqlite::open(&path).expect("the same file"));
    let other = house.beside(other);
    other.open(&["front"]).await.expect("it opens");
    assert_eq!(relay.sweep().await.expect("it sweeps").published, 1);
    let writing = other.store.begin().await.expect("a transaction");
    writing.execute("DELETE FROM seen", &[]).await.expect("it has the lock");
    for _ in 0..10 {
        relay.sweep().await.expect("a look needs no lock");
    }
    house.clock.advance(Duration::from_secs(4));
    let refused = relay.sweep().await.expect_err("its leases want to be renewed");
    assert!(refused.is_unavailable(), "{refused}");
    writing.rollback().await.expect("it is undone");
    relay.sweep().await.expect("it sweeps");
}
