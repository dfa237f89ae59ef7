//! C1 with a real process that is killed between a call and the commit: the call is made again under the same key, and
//! has one effect.
//!
//! Each test runs this program again, as the first instance of the service: with [`ROLE`] in its environment it calls,
//! says so, and waits to be killed.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use tiebeam::bus::{Embedded, EventBus, Topic};
use tiebeam::consumer::{Consumers, Effects, Failure};
use tiebeam::event::Event as _;
use tiebeam::outbox::Relay;
use tiebeam::store::{Postgres, Sqlite, Store};
use tiebeam::work::Units;
use tiebeam::{Context, IdempotencyKey, Problem, Work};
use tokio::runtime::Runtime;

use super::house::{IN_ORDER, Opened, Opening, count_up, note, prepare};
use crate::keyed::places;

/// Tells a process that it is the service, and where its store, its bus and the bell are.
const ROLE: &str = "TIEBEAM_TEST_KILLED_CALL";

#[test]
fn c1_sigkill_between_a_call_and_the_commit_has_one_effect_on_sqlite() {
    if let Ok(role) = std::env::var(ROLE) {
        return call_and_wait(&role, sqlite);
    }
    let directory = tempfile::tempdir().expect("a directory");
    let path = |name| directory.path().join(name).to_str().expect("a path in UTF-8").to_owned();
    let role = [path("store.db"), path("bus.db"), path("bell.db")].join("|");
    check(&role, sqlite, "c1_sigkill_between_a_call_and_the_commit_has_one_effect_on_sqlite");
}

#[test]
fn c1_sigkill_between_a_call_and_the_commit_has_one_effect_on_postgres() {
    if let Ok(role) = std::env::var(ROLE) {
        return call_and_wait(&role, postgres);
    }
    let runtime = Runtime::new().expect("a runtime");
    let role = runtime.block_on(async {
        [places::database().await, places::database().await, places::database().await].join("|")
    });
    check(&role, postgres, "c1_sigkill_between_a_call_and_the_commit_has_one_effect_on_postgres");
}

type Open = fn(&str) -> Arc<dyn Store>;

fn sqlite(place: &str) -> Arc<dyn Store> {
    Arc::new(Sqlite::open(place).expect("a file"))
}

fn postgres(place: &str) -> Arc<dyn Store> {
    Arc::new(Postgres::with_connections(place, 8).expect("a URL"))
}

/// An API with a store of its own, in which it rings once for each key.
struct Bell(Arc<dyn Store>);

impl Bell {
    async fn at(place: &str, open: Open) -> Self {
        let store = open(place);
        let table = "CREATE TABLE IF NOT EXISTS rung (key TEXT PRIMARY KEY, asked BIGINT NOT NULL)";
        let creating = store.begin().await.expect("a transaction");
        creating.execute(table, &[]).await.expect("a table");
        creating.commit().await.expect("it is kept");
        Self(store)
    }

    async fn ring(&self, _: &Context, key: IdempotencyKey) -> Result<(), Problem> {
        let sql = "INSERT INTO rung (key, asked) VALUES ($1, 1) \
             ON CONFLICT (key) DO UPDATE SET asked = rung.asked + 1";
        let open = self.0.begin().await?;
        open.execute(sql, &[key.as_str().into()]).await?;
        Ok(open.commit().await?)
    }

    /// How often it was asked under each key.
    async fn asked(&self) -> Vec<i64> {
        let open = self.0.begin().await.expect("a transaction");
        let rows = open.query("SELECT asked FROM rung ORDER BY asked", &[]).await.expect("rows");
        rows.iter().map(|row| row.get("asked").expect("a number")).collect()
    }
}

/// The service: what it is made of.
struct Porter {
    store: Arc<dyn Store>,
    bus: Arc<dyn EventBus>,
    bell: Arc<Bell>,
    units: Units,
}

impl Porter {
    async fn at(role: &str, open: Open) -> Self {
        let places: Vec<&str> = role.split('|').collect();
        let [store, bus, bell] = places[..] else { panic!("a store, a bus and a bell: {role}") };
        let (store, bus, bell) = (open(store), open(bus), Arc::new(Bell::at(bell, open).await));
        bus.migrate().await.expect("tables");
        let bus: Arc<dyn EventBus> = Arc::new(Embedded::new(bus));
        let topic = Topic::of(Opened::definition());
        bus.provision(&[topic], &[IN_ORDER.on_bus()]).await.expect("a topic");
        let units = Units::new(Arc::clone(&store), "/house");
        Self { store, bus, bell, units }
    }

    fn consumers(&self) -> Consumers<()> {
        Consumers::new(Arc::clone(&self.bus), self.units.clone(), Arc::new(()))
    }

    /// Opens the door and publishes that.
    async fn open(&self) {
        let work = |work: Work<Opening>| async move {
            let count = count_up(&work, "front").await?;
            work.emit(&Opened { door: "front".to_owned(), count })
        };
        let opened: Result<_, Problem> = self.units.run(&Context::new(), work).await;
        opened.expect("it opens");
        let mut relay = Relay::new(Arc::clone(&self.store), Arc::clone(&self.bus));
        while relay.sweep().await.expect("it sweeps").published == 0 {}
        relay.end().await;
    }

    async fn seen(&self) -> Vec<i64> {
        let open = self.store.begin().await.expect("a transaction");
        let rows = open.query("SELECT count FROM seen ORDER BY number", &[]).await.expect("rows");
        rows.iter().map(|row| row.get("count").expect("a count")).collect()
    }
}

async fn ring(effects: &Effects<Arc<Bell>>) -> Result<(), Problem> {
    effects.apis().ring(effects.context(), effects.key("ring")).await
}

async fn rung(_: Arc<()>, effects: Effects<Arc<Bell>>, event: Arc<Opened>) -> Result<(), Failure> {
    ring(&effects).await?;
    note(&effects.work().await?, &event).await
}

async fn rung_for_ever(
    _: Arc<()>,
    effects: Effects<Arc<Bell>>,
    _: Arc<Opened>,
) -> Result<(), Failure> {
    ring(&effects).await?;
    println!("it rang");
    std::future::pending().await
}

/// Calls and gets no further, until it is killed or nobody is left who could kill it.
fn call_and_wait(role: &str, open: Open) {
    Runtime::new().expect("a runtime").block_on(async {
        let porter = Porter::at(role, open).await;
        let bell = Arc::clone(&porter.bell);
        let consumers = porter.consumers().on_calling(&IN_ORDER, bell, rung_for_ever);
        tokio::spawn(consumers.run(std::future::pending()));
        let parent = tokio::task::spawn_blocking(|| std::io::stdin().read_to_end(&mut Vec::new()));
        drop(parent.await);
    });
}

fn check(role: &str, open: Open, test: &str) {
    let runtime = Runtime::new().expect("a runtime");
    let porter = runtime.block_on(async {
        let (store, _) = role.split_once('|').expect("a store");
        prepare(&*open(store)).await;
        let porter = Porter::at(role, open).await;
        porter.open().await;
        porter
    });
    kill_once_it_rang(role, test);
    runtime.block_on(async {
        assert_eq!((porter.bell.asked().await, porter.seen().await), (vec![1], vec![]));
        // What the dead instance had comes again late; an event behind it makes it be fetched.
        porter.open().await;
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let consumers = porter.consumers().on_calling(&IN_ORDER, Arc::clone(&porter.bell), rung);
        let consuming = tokio::spawn(consumers.run(async { drop(stopped.await) }));
        let patience = Instant::now() + Duration::from_mins(1);
        while porter.seen().await.len() < 2 {
            assert!(Instant::now() < patience, "it takes too long");
            tokio::task::yield_now().await;
        }
        drop(stop);
        consuming.await.expect("no panic");
        assert_eq!(porter.seen().await, [1, 2], "each event was applied once and in order");
        assert_eq!(porter.bell.asked().await, [1, 2], "one key was used twice, and rang once");
    });
}

/// Runs the first instance and kills it when it has called.
fn kill_once_it_rang(role: &str, test: &str) {
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
    while !line.contains("it rang") {
        line.clear();
        assert!(output.read_line(&mut line).expect("it is text") > 0, "it did not call");
    }
    process.kill().expect("it runs");
    process.wait().expect("it is gone");
}
