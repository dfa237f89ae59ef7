//! A service as it runs: it opens doors, publishes that, and consumes it; and what its history must be in the end.

use std::fmt::Write as _;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tiebeam::bus::{EventBus, Topic};
use tiebeam::consumer::{Consumers, Failure};
use tiebeam::event::Event as _;
use tiebeam::outbox::Relay;
use tiebeam::store::Store;
use tiebeam::types::Uuid;
use tiebeam::work::{Nothing, Units};
use tiebeam::{Context, Problem, Work};
use tokio::sync::watch;
use tokio::task::JoinSet;

use super::history::{Promise, applied, check, committed, published};
use super::house::{IN_ORDER, OPENED, Opened, Opening, count_up, note};

/// A lease that runs out soon after its relay was killed.
const LEASE: Duration = Duration::from_millis(300);

/// How far effects may be behind.
const BEHIND: u64 = 80;

/// How long everything may take to be applied in the end.
const PATIENCE: Duration = Duration::from_mins(3);

/// The service: what it is made of.
#[derive(Clone)]
pub(super) struct Porter {
    pub(super) store: Arc<dyn Store>,
    pub(super) bus: Arc<dyn EventBus>,
    units: Units,
}

/// Relays and consumers that run.
pub(super) struct Running {
    stop: watch::Sender<bool>,
    tasks: JoinSet<()>,
}

impl Porter {
    /// A service on a store and a bus, which is provisioned.
    pub(super) async fn on(store: Arc<dyn Store>, bus: Arc<dyn EventBus>) -> Self {
        let topics = [Topic::of(Opened::definition())];
        bus.provision(&topics, &[IN_ORDER.on_bus()]).await.expect("a topic");
        let units = Units::new(Arc::clone(&store), "/house");
        Self { store, bus, units }
    }

    pub(super) fn relay(&self) -> Relay {
        Relay::new(Arc::clone(&self.store), Arc::clone(&self.bus)).with_lease(LEASE)
    }

    pub(super) fn consumers(&self) -> Consumers<()> {
        Consumers::new(Arc::clone(&self.bus), self.units.clone(), Arc::new(())).on(&IN_ORDER, noted)
    }

    /// Opens a door.
    pub(super) async fn open(&self, door: &str) -> Result<Uuid, Problem> {
        let work = |work: Work<Opening>| async move {
            let count = count_up(&work, door).await?;
            work.emit(&Opened { door: door.to_owned(), count })
        };
        self.units.run(&Context::new(), work).await
    }

    /// Opens a door, unless effects are far behind: a slow machine is given no more to do for being slow.
    pub(super) async fn open_in_step(&self, door: &str) -> Option<Uuid> {
        let (events, seen) = (self.rows("tiebeam_event").await, self.rows("seen").await);
        if events.zip(seen).is_some_and(|(events, seen)| events > seen + BEHIND) {
            tokio::task::yield_now().await;
            return None;
        }
        self.open(door).await.ok()
    }

    /// Publishes and consumes, so many times over.
    pub(super) fn run(&self, times: usize) -> Running {
        let (stop, stopped) = watch::channel(false);
        let mut tasks = JoinSet::new();
        for _ in 0..times {
            tasks.spawn(self.relay().run(told(stopped.clone())));
            tasks.spawn(self.consumers().run(told(stopped.clone())));
        }
        Running { stop, tasks }
    }

    /// How many rows a table has; `None` where the store is away.
    pub(super) async fn rows(&self, table: &str) -> Option<u64> {
        let looking = self.store.begin_reading().await.ok()?;
        let sql = format!("SELECT count(*) AS rows FROM {table}");
        looking.query(&sql, &[]).await.ok()?.first()?.get("rows").ok()
    }

    /// Waits until whatever was committed is applied, and the outbox is empty; then what happened must be right. Of the
    /// events in `told` somebody was told that they are committed.
    pub(super) async fn settle(&self, running: Running, told: &[Uuid]) {
        let patience = Instant::now() + PATIENCE;
        while !self.is_settled().await {
            let is_late = Instant::now() > patience;
            assert!(!is_late, "something was lost, or takes too long: {}", self.state().await);
            tokio::task::yield_now().await;
        }
        running.end().await;
        assert_eq!(self.rows("tiebeam_dead_letter").await, Some(0));
        let committed = committed(&*self.store).await;
        let forgotten = told.iter().map(Uuid::to_string);
        let forgotten: Vec<_> =
            forgotten.filter(|id| !committed.iter().any(|fact| fact.id == *id)).collect();
        assert_eq!(forgotten, Vec::<String>::new(), "what was said to be committed is");
        let lying = published(&*self.bus, OPENED).await;
        assert_eq!(check(&committed, &lying, Promise::AtLeastOnceInOrder), [], "on the bus");
        let applied = applied(&*self.store, &committed).await;
        assert_eq!(check(&committed, &applied, Promise::OnceInOrder), [], "effects");
        println!("{} events, {} on the bus", committed.len(), lying.len());
    }

    async fn is_settled(&self) -> bool {
        let (seen, all) = (self.rows("seen").await, self.rows("tiebeam_event").await);
        seen >= all && all.is_some() && self.rows("tiebeam_outbox").await == Some(0)
    }

    /// Where everything stands, for whoever looks for what is missing.
    async fn state(&self) -> String {
        let mut state = format!("{:?}", self.bus.lag(&IN_ORDER.on_bus()).await);
        for table in ["tiebeam_event", "seen", "tiebeam_outbox", "tiebeam_dead_letter"] {
            let rows = self.rows(table).await;
            write!(state, ", {table}: {rows:?}").expect("a string takes it");
        }
        let committed = committed(&*self.store).await;
        let applied = applied(&*self.store, &committed).await;
        let defects = check(&committed, &applied, Promise::OnceInOrder);
        write!(state, "\n{defects:?}").expect("a string takes it");
        state
    }
}

impl Running {
    pub(super) async fn end(self) {
        self.stop.send_replace(true);
        self.tasks.join_all().await;
    }
}

async fn told(mut stopped: watch::Receiver<bool>) {
    drop(stopped.wait_for(|is_over| *is_over).await);
}

async fn noted(_: Arc<()>, work: Work<Nothing>, event: Arc<Opened>) -> Result<(), Failure> {
    note(&work, &event).await
}
