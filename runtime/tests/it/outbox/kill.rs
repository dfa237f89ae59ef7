//! I1, I2 and C1 with real processes: a service is killed at random points, and in the end nothing is lost, nothing is
//! doubled and everything is in order.
//!
//! Each test runs this program again, as the service: with [`ROLE`] in its environment it opens doors, publishes and
//! consumes until it is killed.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use tiebeam::bus::{Embedded, EventBus, Topic};
use tiebeam::consumer::{Consumers, Failure};
use tiebeam::event::Event as _;
use tiebeam::outbox::Relay;
use tiebeam::store::{Postgres, Sqlite, Store};
use tiebeam::types::Uuid;
use tiebeam::work::{Nothing, Units};
use tiebeam::{Context, Problem, Work};
use tokio::runtime::Runtime;

use super::house::{IN_ORDER, Opened, Opening, count_up, note, prepare};
use crate::keyed::places;

/// Tells a process that it is the service, and where its store and its bus are.
const ROLE: &str = "TIEBEAM_TEST_OUTBOX_KILL";

/// Services that are killed.
const ROUNDS: u32 = 8;

/// A lease that runs out soon after its relay was killed.
const LEASE: Duration = Duration::from_millis(300);

const DOORS: [&str; 3] = ["front", "back", "cellar"];

#[test]
fn i1_sigkill_anywhere_loses_nothing_on_sqlite() {
    if let Ok(role) = std::env::var(ROLE) {
        return serve(&role, sqlite);
    }
    let directory = tempfile::tempdir().expect("a directory");
    let path = |name| directory.path().join(name).to_str().expect("a path in UTF-8").to_owned();
    let role = format!("{}|{}", path("store.db"), path("bus.db"));
    check(&role, sqlite, "i1_sigkill_anywhere_loses_nothing_on_sqlite");
}

#[test]
fn i1_sigkill_anywhere_loses_nothing_on_postgres() {
    if let Ok(role) = std::env::var(ROLE) {
        return serve(&role, postgres);
    }
    let runtime = Runtime::new().expect("a runtime");
    let (store, bus) =
        runtime.block_on(async { (places::database().await, places::database().await) });
    check(&format!("{store}|{bus}"), postgres, "i1_sigkill_anywhere_loses_nothing_on_postgres");
}

type Open = fn(&str) -> Arc<dyn Store>;

fn sqlite(place: &str) -> Arc<dyn Store> {
    Arc::new(Sqlite::open(place).expect("a file"))
}

fn postgres(place: &str) -> Arc<dyn Store> {
    Arc::new(Postgres::with_connections(place, 8).expect("a URL"))
}

/// The service: what it is made of.
struct Porter {
    store: Arc<dyn Store>,
    bus: Arc<dyn EventBus>,
    units: Units,
}

impl Porter {
    async fn at(role: &str, open: Open) -> Self {
        let (store, bus) = role.split_once('|').expect("a store and a bus");
        let (store, bus) = (open(store), open(bus));
        bus.migrate().await.expect("tables");
        let bus: Arc<dyn EventBus> = Arc::new(Embedded::new(bus));
        bus.provision(&[Topic::of(Opened::definition())], &[IN_ORDER.on_bus()])
            .await
            .expect("a topic");
        let units = Units::new(Arc::clone(&store), "/house");
        Self { store, bus, units }
    }

    fn relay(&self) -> Relay {
        Relay::new(Arc::clone(&self.store), Arc::clone(&self.bus)).with_lease(LEASE)
    }

    fn consumers(&self) -> Consumers<()> {
        Consumers::new(Arc::clone(&self.bus), self.units.clone(), Arc::new(())).on(&IN_ORDER, noted)
    }

    async fn open(&self, door: &'static str) -> Result<Uuid, Problem> {
        let work = |work: Work<Opening>| async move {
            let count = count_up(&work, door).await?;
            work.emit(&Opened { door: door.to_owned(), count })
        };
        self.units.run(&Context::new(), work).await
    }
}

async fn noted(_: Arc<()>, work: Work<Nothing>, event: Arc<Opened>) -> Result<(), Failure> {
    note(&work, &event).await
}

/// Opens doors, publishes and consumes until it is killed, or until nobody is left who could kill it.
fn serve(role: &str, open: Open) {
    Runtime::new().expect("a runtime").block_on(async {
        let porter = Arc::new(Porter::at(role, open).await);
        tokio::spawn(porter.relay().run(std::future::pending()));
        tokio::spawn(porter.consumers().run(std::future::pending()));
        for door in DOORS {
            let porter = Arc::clone(&porter);
            tokio::spawn(async move {
                loop {
                    // Where it fails, another process is being replaced by this one.
                    drop(porter.open(door).await);
                }
            });
        }
        println!("it is open");
        let parent = tokio::task::spawn_blocking(|| std::io::stdin().read_to_end(&mut Vec::new()));
        drop(parent.await);
    });
}

fn check(role: &str, open: Open, test: &str) {
    let runtime = Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let (store, _) = role.split_once('|').expect("a store and a bus");
        prepare(&*open(store)).await;
    });
    for round in 0..ROUNDS {
        kill_one(role, test, Duration::from_millis(u64::from(150 + 97 * (round % 4))));
    }
    runtime.block_on(async {
        let porter = Porter::at(role, open).await;
        // What was on its way to a consumer that died comes again late; an event behind it makes it be fetched.
        for door in DOORS {
            porter.open(door).await.expect("it opens");
        }
        let (stop, stopped) = tokio::sync::watch::channel(false);
        let told = |mut stopped: tokio::sync::watch::Receiver<bool>| async move {
            drop(stopped.wait_for(|is_over| *is_over).await);
        };
        let relaying = tokio::spawn(porter.relay().run(told(stopped.clone())));
        let consuming = tokio::spawn(porter.consumers().run(told(stopped)));
        let patience = Instant::now() + Duration::from_mins(1);
        while count(&porter, "seen").await < count(&porter, "tiebeam_event").await {
            if Instant::now() > patience {
                let mut left = Vec::new();
                for table in ["tiebeam_event", "seen", "tiebeam_outbox", "tiebeam_dead_letter"] {
                    left.push(format!("{}: {}", table, count(&porter, table).await));
                }
                panic!("something was lost: {left:?}");
            }
            tokio::task::yield_now().await;
        }
        stop.send_replace(true);
        relaying.await.expect("no panic");
        consuming.await.expect("no panic");
        assert_eq!(count(&porter, "tiebeam_outbox").await, 0, "everything was published");
        assert_eq!(count(&porter, "tiebeam_dead_letter").await, 0);
        for (door, counts) in seen(&porter).await {
            let expected: Vec<i64> = (1..).take(counts.len()).collect();
            assert_eq!(counts, expected, "{door}: each once and in order");
            println!("{door} was opened {} times", counts.len());
        }
    });
}

/// Runs a service for some time and kills it.
fn kill_one(role: &str, test: &str, after: Duration) {
    let module = module_path!().split_once("::").expect("a module").1;
    let mut process = Command::new(std::env::current_exe().expect("this program"))
        .args([&format!("{module}::{test}"), "--exact", "--nocapture"])
        .env(ROLE, role)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut output = BufReader::new(process.stdout.take().expect("it is piped"));
    let mut line = String::new();
    while !line.contains("it is open") {
        line.clear();
        assert!(output.read_line(&mut line).expect("it is text") > 0, "it did not come up");
    }
    std::thread::sleep(after);
    process.kill().expect("it runs");
    process.wait().expect("it is gone");
}

async fn count(porter: &Porter, table: &str) -> i64 {
    let open = porter.store.begin().await.expect("a transaction");
    let rows = open.query(&format!("SELECT count(*) AS rows FROM {table}"), &[]).await;
    rows.expect("rows")[0].get("rows").expect("a number")
}

/// What was seen of each door, in the order in which it was applied.
async fn seen(porter: &Porter) -> BTreeMap<String, Vec<i64>> {
    let open = porter.store.begin().await.expect("a transaction");
    let rows = open.query("SELECT door, count FROM seen ORDER BY number", &[]).await;
    let mut doors: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    for row in rows.expect("rows") {
        let door: String = row.get("door").expect("a door");
        doors.entry(door).or_default().push(row.get("count").expect("a count"));
    }
    doors
}
