//! The buses that the contract is held against, each with a second instance and a way to let time pass.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tempfile::TempDir;
use tiebeam::bus::jetstream::Settings;
use tiebeam::bus::{
    Deliveries, Delivery, Embedded, EventBus, JetStream, Memory, Subscription, Topic,
};
use tiebeam::store::{Postgres, Sqlite, Store};
use tiebeam::testkit::ManualClock;

use crate::keyed::places::database;

/// How far time moves at once where it is moved by hand: as often as other processes are looked for.
const TICK: Duration = Duration::from_millis(100);

/// Most that something may take: ticks where time is moved by hand, and seconds where it is not.
const MOST_TICKS: u32 = 3_000;
const PATIENCE: Duration = Duration::from_secs(30);

/// A bus, and how to reach it.
pub(crate) struct Place {
    pub(crate) bus: Arc<dyn EventBus>,
    /// Another instance, as another process has it.
    pub(crate) other: Arc<dyn EventBus>,
    /// The time of the bus, where it is moved by hand.
    pub(crate) clock: Option<ManualClock>,
    /// A topic that no other test has.
    pub(crate) topic: String,
    /// What is removed at the end.
    pub(crate) _directory: Option<TempDir>,
}

impl Place {
    fn new(bus: Arc<dyn EventBus>, other: Arc<dyn EventBus>, clock: Option<ManualClock>) -> Self {
        Self { bus, other, clock, topic: topic(), _directory: None }
    }

    /// Another topic that no other test has.
    pub(crate) fn other_topic(&self) -> String {
        format!("{}-other", self.topic)
    }

    /// A moment after which something is to happen: long where time is moved by hand.
    pub(crate) fn moment(&self) -> Duration {
        if self.clock.is_some() { Duration::from_secs(30) } else { Duration::from_millis(600) }
    }

    /// A subscription to the topic of this place, with a short wait.
    pub(crate) fn subscription(&self) -> Subscription {
        Subscription::new("tests@1.handler", [&*self.topic]).with_ack_wait(self.moment())
    }

    /// Provisions the topic of this place and a subscription to it, and opens that.
    pub(crate) async fn open(&self, subscription: &Subscription) -> Box<dyn Deliveries> {
        self.provision(&[Topic::new(&*self.topic)], subscription).await;
        self.bus.subscribe(subscription).await.expect("it was provisioned")
    }

    pub(crate) async fn provision(&self, topics: &[Topic], subscription: &Subscription) {
        let subscriptions = std::slice::from_ref(subscription);
        self.bus.provision(topics, subscriptions).await.expect("it is provisioned");
    }

    /// The next deliveries; time passes until there are some.
    pub(crate) async fn next(
        &self,
        deliveries: &mut Box<dyn Deliveries>,
        limit: usize,
    ) -> Vec<Delivery> {
        self.until(deliveries.next(limit)).await.expect("the bus answers")
    }

    /// So many deliveries.
    pub(crate) async fn gather(
        &self,
        deliveries: &mut Box<dyn Deliveries>,
        count: usize,
    ) -> Vec<Delivery> {
        let mut gathered = Vec::new();
        while gathered.len() < count {
            gathered.extend(self.next(deliveries, count - gathered.len()).await);
        }
        gathered
    }

    /// What a future comes to; time passes whenever somebody waits for it.
    pub(crate) async fn until<T>(&self, future: impl Future<Output = T>) -> T {
        let passing = async {
            let Some(clock) = &self.clock else { return std::future::pending().await };
            for _ in 0..MOST_TICKS {
                while clock.sleepers() == 0 {
                    tokio::task::yield_now().await;
                }
                clock.advance(TICK);
                tokio::task::yield_now().await;
            }
        };
        tokio::select! {
            biased;
            output = future => output,
            () = passing => panic!("it does not happen"),
            () = tokio::time::sleep(PATIENCE) => panic!("it does not happen"),
        }
    }

    /// Lets time pass.
    pub(crate) async fn pass(&self, time: Duration) {
        match &self.clock {
            Some(clock) => clock.advance(time),
            None => tokio::time::sleep(time).await,
        }
    }
}

/// The name of a topic in a domain that no other test has.
pub(crate) fn topic() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    format!("tests-{}-{number}.happened.v1", std::process::id())
}

/// A bus in memory; its instances are the same.
pub(crate) async fn memory() -> Place {
    let clock = ManualClock::new();
    let bus = Memory::with_clock(clock.shared());
    Place::new(Arc::new(bus.clone()), Arc::new(bus), Some(clock))
}

/// A bus in a file of its own.
pub(crate) async fn sqlite() -> Place {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("bus.db");
    let open = || Arc::new(Sqlite::open(&path).expect("a file"));
    Place { _directory: Some(directory), ..embedded(open(), open()) }
}

/// A bus in a database of its own.
pub(crate) async fn postgres() -> Place {
    let url = database().await;
    let open = || Arc::new(Postgres::with_connections(&url, 4).expect("a URL"));
    embedded(open(), open())
}

fn embedded(store: Arc<dyn Store>, other: Arc<dyn Store>) -> Place {
    let clock = ManualClock::new();
    let bus = |store| Arc::new(Embedded::new(store).with_clock(clock.shared()));
    let (bus, other) = (bus(store), bus(other));
    Place::new(bus, other, Some(clock))
}

/// A bus on the NATS that `cargo xtask test` started.
pub(crate) async fn jetstream() -> Place {
    let Ok(url) = std::env::var("TIEBEAM_TEST_NATS") else {
        panic!(
            "TIEBEAM_TEST_NATS names no NATS to test against: run `cargo xtask test`, which starts one"
        )
    };
    let connect = async || {
        let bus = JetStream::connect(Settings::new(&url)).await;
        Arc::new(bus.expect("the server is there"))
    };
    Place::new(connect().await, connect().await, None)
}
