//! A house whose doors are opened and closed: two events, a table, and everything around them.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tempfile::TempDir;
use tiebeam::bus::memory::{Fault, Moment};
use tiebeam::bus::{EventBus as _, Memory, Message, Subscription, Topic};
use tiebeam::consumer::{self, Consumers, Ordering, Schedule};
use tiebeam::event::{Class, Definition, Event, First};
use tiebeam::outbox::{Relay, Sweep};
use tiebeam::shape::{Field, Shape, Shaped};
use tiebeam::store::{Postgres, Sqlite, Store};
use tiebeam::testkit::ManualClock;
use tiebeam::types::Uuid;
use tiebeam::work::{Declared, Declares, Emits, Units};
use tiebeam::{Context, Problem, Work};

use crate::keyed::places;

/// Where events of the house are published.
pub(super) const OPENED: &str = "house.opened.v1";
pub(super) const CLOSED: &str = "house.closed.v1";

/// A door was opened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Opened {
    pub(super) door: String,
    pub(super) count: i64,
}

/// A door was closed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Closed {
    pub(super) door: String,
}

impl Shaped for Opened {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object(
            "Opened",
            &[
                Field::new("door", Shape::string().min_length(1)),
                Field::new("count", Shape::int64()),
            ],
        );
        &SHAPE
    }
}

impl Shaped for Closed {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Closed", &[Field::new("door", Shape::string())]);
        &SHAPE
    }
}

const fn definition(name: &'static str, ty: &'static str, topic: &'static str) -> Definition {
    Definition {
        domain: "house",
        name,
        version: "1.0.0",
        ty,
        topic,
        schema_uri: "https://acme.example/schemas/house/1.0.0",
        schema: "{}",
        class: Class::Domain,
        is_keyed: true,
        retention_seconds: Some(60 * 60 * 24),
    }
}

impl Event for Opened {
    type Earlier = First;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition =
            definition("Opened", "example.acme.house.Opened.v1", OPENED);
        &DEFINITION
    }

    fn key(&self) -> Option<String> {
        Some(self.door.clone())
    }
}

impl Event for Closed {
    type Earlier = First;

    fn definition() -> &'static Definition {
        static DEFINITION: Definition =
            definition("Closed", "example.acme.house.Closed.v1", CLOSED);
        &DEFINITION
    }

    fn key(&self) -> Option<String> {
        Some(self.door.clone())
    }
}

/// What opening a door declares.
pub(super) struct Opening;

impl Declares for Opening {
    const EVENTS: &'static [Declared] =
        &[Declared::always::<Opened>(), Declared::sometimes::<Closed>()];
}

impl Emits<Opened> for Opening {}
impl Emits<Closed> for Opening {}

/// A store, the units of work on it, and a bus.
pub(super) struct House {
    pub(super) store: Arc<dyn Store>,
    pub(super) units: Units,
    pub(super) bus: Arc<Memory>,
    pub(super) clock: ManualClock,
    pub(super) faults: Faults,
    _directory: Option<TempDir>,
}

type Decide = Box<dyn Fn(Moment<'_>) -> Fault + Send>;

/// What goes wrong on the bus; tests change it.
#[derive(Clone, Default)]
pub(super) struct Faults(Arc<Mutex<Option<Decide>>>);

impl Faults {
    pub(super) fn are(&self, decide: impl Fn(Moment<'_>) -> Fault + Send + 'static) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(decide));
    }

    pub(super) fn end(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn at(&self, moment: Moment<'_>) -> Fault {
        let decide = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        decide.as_ref().map_or(Fault::None, |decide| decide(moment))
    }
}

impl House {
    pub(super) async fn sqlite() -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let store = Sqlite::open(directory.path().join("store.db")).expect("a file");
        Self::on(Arc::new(store), Some(directory)).await
    }

    pub(super) async fn postgres() -> Self {
        let url = places::database().await;
        Self::on(Arc::new(Postgres::with_connections(&url, 8).expect("a URL")), None).await
    }

    pub(super) async fn on(store: Arc<dyn Store>, directory: Option<TempDir>) -> Self {
        prepare(&*store).await;
        let (clock, faults) = (ManualClock::new(), Faults::default());
        let deciding = faults.clone();
        let bus = Memory::with_faults(clock.shared(), move |moment| deciding.at(moment));
        let bus = Arc::new(bus);
        let topics = [Topic::new(OPENED), Topic::new(CLOSED)];
        bus.provision(&topics, &[]).await.expect("topics");
        let units = Units::new(Arc::clone(&store), "/house").with_clock(clock.shared());
        Self { store, units, bus, clock, faults, _directory: directory }
    }

    /// The same house as another process has it: on a store of its own, which is the same database.
    pub(super) fn beside(&self, store: Arc<dyn Store>) -> Self {
        let units = Units::new(Arc::clone(&store), "/house").with_clock(self.clock.shared());
        let (bus, clock, faults) = (Arc::clone(&self.bus), self.clock.clone(), self.faults.clone());
        Self { store, units, bus, clock, faults, _directory: None }
    }

    /// Opens doors in one unit of work; answers how often each was opened.
    pub(super) async fn open(&self, doors: &[&str]) -> Result<Vec<i64>, Problem> {
        let work = |work: Work<Opening>| async move {
            let mut counts = Vec::new();
            for door in doors {
                let count = count_up(&work, door).await?;
                work.emit(&Opened { door: (*door).to_owned(), count })?;
                counts.push(count);
            }
            Ok(counts)
        };
        self.units.run(&Context::new(), work).await
    }

    pub(super) fn relay(&self) -> Relay {
        Relay::with_clock(Arc::clone(&self.store), self.bus.clone(), self.clock.shared())
    }

    /// Publishes until nothing is left.
    pub(super) async fn publish_all(&self) -> usize {
        let mut relay = self.relay();
        let published = self.publish_all_with(&mut relay).await;
        relay.end().await;
        published
    }

    /// The same by a relay that is there already.
    pub(super) async fn publish_all_with(&self, relay: &mut Relay) -> usize {
        let mut published = 0;
        loop {
            let Sweep { published: some, stuck, .. } = relay.sweep().await.expect("it sweeps");
            published += some;
            if some == 0 && stuck == 0 {
                return published;
            }
        }
    }

    /// What was published to a topic, in its order.
    pub(super) async fn published(&self, topic: &str) -> Vec<Message> {
        let name = format!("look.{}", Uuid::new_v4());
        let subscription = Subscription::new(name, [topic])
            .with_start(tiebeam::bus::Start::Beginning)
            .with_max_in_flight(100_000);
        self.bus.provision(&[], std::slice::from_ref(&subscription)).await.expect("provisioned");
        let waiting = self.bus.lag(&subscription).await.expect("a number").waiting;
        let mut deliveries = self.bus.subscribe(&subscription).await.expect("subscribed");
        let mut found = Vec::new();
        while (found.len() as u64) < waiting {
            for delivery in deliveries.next(1_000).await.expect("deliveries") {
                found.push(delivery.message().clone());
                delivery.ack().await.expect("acknowledged");
            }
        }
        found
    }

    pub(super) async fn count(&self, table: &str) -> i64 {
        let open = self.store.begin().await.expect("a transaction");
        let sql = format!("SELECT count(*) AS rows FROM {table}");
        let rows = open.query(&sql, &[]).await.expect("rows");
        rows[0].get("rows").expect("a number")
    }

    /// What a handler saw: doors and counts, in the order in which it saw them.
    pub(super) async fn seen(&self) -> Vec<(String, i64)> {
        let open = self.store.begin().await.expect("a transaction");
        let rows = open.query("SELECT door, count FROM seen ORDER BY number", &[]).await;
        let rows = rows.expect("rows");
        let row = |row: &tiebeam::store::Row| {
            (row.get("door").expect("a door"), row.get("count").expect("a count"))
        };
        rows.iter().map(row).collect()
    }

    /// Consumes until something is the case; time passes where nothing else can happen.
    pub(super) async fn consume<T: Send + Sync + 'static>(
        &self,
        consumers: Consumers<T>,
        is_done: impl AsyncFn() -> bool,
    ) {
        self.bus.provision(&[], &consumers.subscriptions()).await.expect("provisioned");
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let running = tokio::spawn(consumers.run(async { drop(stopped.await) }));
        let patience = std::time::Instant::now() + Duration::from_mins(1);
        while !is_done().await {
            assert!(std::time::Instant::now() < patience, "it takes too long");
            self.clock.advance(Duration::from_millis(20));
            tokio::task::yield_now().await;
        }
        drop(stop);
        while !running.is_finished() {
            self.clock.advance(Duration::from_millis(20));
            tokio::task::yield_now().await;
        }
        running.await.expect("no panic");
    }

    pub(super) fn consumers(&self) -> Consumers<()> {
        Consumers::new(self.bus.clone(), self.units.clone(), Arc::new(()))
    }
}

/// Creates the tables.
pub(super) async fn prepare(store: &dyn Store) {
    store.migrate().await.expect("tables");
    let open = store.begin().await.expect("a transaction");
    for table in [
        "CREATE TABLE door (name TEXT PRIMARY KEY, opened BIGINT NOT NULL)",
        "CREATE TABLE seen (number TEXT NOT NULL, door TEXT NOT NULL, count BIGINT NOT NULL)",
    ] {
        open.execute(table, &[]).await.expect("a table");
    }
    open.commit().await.expect("it is kept");
}

/// Counts a door that is opened.
pub(super) async fn count_up(work: &Work<Opening>, door: &str) -> Result<i64, Problem> {
    let sql = "INSERT INTO door (name, opened) VALUES ($1, 1) \
         ON CONFLICT (name) DO UPDATE SET opened = door.opened + 1 RETURNING opened";
    let rows = work.transaction().query(sql, &[door.into()]).await?;
    Ok(rows[0].get("opened")?)
}

/// Writes down what a handler saw.
pub(super) async fn note<D: Declares>(
    work: &Work<D>,
    event: &Opened,
) -> Result<(), consumer::Failure> {
    let sql = "INSERT INTO seen (number, door, count) VALUES ($1, $2, $3)";
    let number = Uuid::now_v7();
    work.transaction()
        .execute(sql, &[number.into(), (&event.door).into(), event.count.into()])
        .await?;
    Ok(())
}

/// Subscribes to doors that are opened, in their order.
pub(super) static IN_ORDER: consumer::Subscription =
    consumer::Subscription::new("porter@1.note", Opened::definition)
        .ordering(Ordering::ByKey)
        .schedule(Schedule { attempts: 4, base_millis: 100, cap_millis: 1_000 });

/// Subscribes to doors that are opened, as they come.
pub(super) static AS_THEY_COME: consumer::Subscription =
    consumer::Subscription::new("counter@1.note", Opened::definition).schedule(Schedule {
        attempts: 4,
        base_millis: 100,
        cap_millis: 1_000,
    });
