//! I1, I2 and C1 with real processes: a service is killed at random points, and in the end nothing is lost, nothing is
//! doubled and everything is in order.
//!
//! Each test runs this program again, as the service: with [`ROLE`] in its environment it opens doors, publishes and
//! consumes until it is killed.

use std::sync::Arc;
use std::time::Duration;

use tiebeam::bus::jetstream::Settings;
use tiebeam::bus::{Embedded, EventBus, JetStream};
use tiebeam::store::{Postgres, Sqlite, Store};
use tokio::runtime::Runtime;

use super::house::prepare;
use super::porter::Porter;
use super::process::{Process, until_parent_is_gone};
use crate::bus::server::Server;
use crate::keyed::places;

/// Tells a process that it is the service, and where its store and its bus are.
const ROLE: &str = "TIEBEAM_TEST_OUTBOX_KILL";

/// Services that are killed.
const ROUNDS: u32 = 8;

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

#[test]
fn i1_sigkill_anywhere_loses_nothing_on_nats() {
    if let Ok(role) = std::env::var(ROLE) {
        return serve(&role, sqlite);
    }
    let (directory, server) = (tempfile::tempdir().expect("a directory"), Server::start(""));
    let store = directory.path().join("store.db");
    let role = format!("{}|{}", store.to_str().expect("a path in UTF-8"), server.url());
    check(&role, sqlite, "i1_sigkill_anywhere_loses_nothing_on_nats");
}

type Open = fn(&str) -> Arc<dyn Store>;

fn sqlite(place: &str) -> Arc<dyn Store> {
    Arc::new(Sqlite::open(place).expect("a file"))
}

fn postgres(place: &str) -> Arc<dyn Store> {
    Arc::new(Postgres::with_connections(place, 8).expect("a URL"))
}

async fn porter(role: &str, open: Open) -> Porter {
    let (store, bus) = role.split_once('|').expect("a store and a bus");
    let bus: Arc<dyn EventBus> = if bus.starts_with("nats://") {
        let connected = JetStream::connect(Settings::new(bus)).await;
        Arc::new(connected.expect("the server is there"))
    } else {
        Arc::new(Embedded::new(open(bus)))
    };
    Porter::on(open(store), bus).await
}

/// Opens doors, publishes and consumes until it is killed, or until nobody is left who could kill it.
fn serve(role: &str, open: Open) {
    Runtime::new().expect("a runtime").block_on(async {
        let porter = porter(role, open).await;
        let _running = porter.run(1);
        for door in DOORS {
            let porter = porter.clone();
            tokio::spawn(async move {
                loop {
                    // Where it fails, another process is being replaced by this one.
                    porter.open_in_step(door).await;
                }
            });
        }
        until_parent_is_gone("it is open").await;
    });
}

fn check(role: &str, open: Open, test: &str) {
    let runtime = Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let (store, _) = role.split_once('|').expect("a store and a bus");
        prepare(&*open(store)).await;
    });
    let test = format!("outbox::kill::{test}");
    for round in 0..ROUNDS {
        let process = Process::start(&test, (ROLE, role), "it is open");
        // A random point: whatever it is doing then.
        std::thread::sleep(Duration::from_millis(u64::from(150 + 97 * (round % 4))));
        drop(process);
    }
    runtime.block_on(async {
        let porter = porter(role, open).await;
        // What was on its way to a consumer that died comes again late; an event behind it makes it be fetched.
        for door in DOORS {
            porter.open(door).await.expect("it opens");
        }
        porter.settle(porter.run(1), &[]).await;
    });
}
