//! I2 with SIGSTOP: a relay that holds leases stands still, others take over, and it goes on as if nothing had happened.

use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use tiebeam::bus::Embedded;
use tiebeam::store::{Postgres, Sqlite, Store};
use tiebeam::types::Uuid;
use tokio::runtime::Runtime;

use super::history::Chance;
use super::house::prepare;
use super::porter::Porter;
use super::process::{Process, until_parent_is_gone};
use crate::heralds::until;
use crate::keyed::places;

/// Tells a process that it is a relay, and where its store and its bus are.
const ROLE: &str = "TIEBEAM_TEST_OUTBOX_ZOMBIE";

/// How often the relay is stopped at most.
const ROUNDS: u32 = 12;

/// Doors in all partitions.
const DOORS: u64 = 40;

#[test]
fn i2_a_relay_that_was_stopped_and_goes_on_swaps_nothing_on_sqlite() {
    if let Ok(role) = std::env::var(ROLE) {
        return serve(&role, sqlite);
    }
    let directory = tempfile::tempdir().expect("a directory");
    let path = |name| directory.path().join(name).to_str().expect("a path in UTF-8").to_owned();
    let role = format!("{}|{}", path("store.db"), path("bus.db"));
    let test = "i2_a_relay_that_was_stopped_and_goes_on_swaps_nothing_on_sqlite";
    // Who stands still with the lock on a file in its hands has the file: nobody can take over before it goes on.
    check(&role, sqlite, test, Takeovers { wanted: 2, patience: Duration::from_secs(2) });
}

#[test]
fn i2_a_relay_that_was_stopped_and_goes_on_swaps_nothing_on_postgres() {
    if let Ok(role) = std::env::var(ROLE) {
        return serve(&role, postgres);
    }
    let database = async || {
        let url = places::database().await;
        let (server, name) = url.rsplit_once('/').expect("a URL ends with a database");
        let admin = Postgres::new(&format!("{server}/postgres")).expect("a URL");
        let open = admin.begin().await.expect("a transaction");
        let sql =
            format!("ALTER DATABASE {name} SET idle_in_transaction_session_timeout = '500ms'");
        open.execute(&sql, &[]).await.expect("we may");
        open.commit().await.expect("it is kept");
        url
    };
    let runtime = Runtime::new().expect("a runtime");
    let (store, bus) = runtime.block_on(async { (database().await, database().await) });
    let test = "i2_a_relay_that_was_stopped_and_goes_on_swaps_nothing_on_postgres";
    let takeovers = Takeovers { wanted: 4, patience: Duration::from_secs(20) };
    check(&format!("{store}|{bus}"), postgres, test, takeovers);
}

/// How often others are to take over from a relay that stands still, and how long they may take.
#[derive(Clone, Copy)]
struct Takeovers {
    wanted: u32,
    patience: Duration,
}

type Open = fn(&str) -> Arc<dyn Store>;

fn sqlite(place: &str) -> Arc<dyn Store> {
    Arc::new(Sqlite::open_patiently(place, Duration::from_millis(200)).expect("a file"))
}

fn postgres(place: &str) -> Arc<dyn Store> {
    Arc::new(Postgres::with_connections(place, 8).expect("a URL"))
}

/// A service on a bus that forgets at once what was published, so that everything that is published twice shows.
async fn porter(role: &str, open: Open) -> Porter {
    let (store, bus) = role.split_once('|').expect("a store and a bus");
    let bus = Embedded::new(open(bus)).with_window(Duration::ZERO);
    Porter::on(open(store), Arc::new(bus)).await
}

fn serve(role: &str, open: Open) {
    Runtime::new().expect("a runtime").block_on(async {
        let porter = porter(role, open).await;
        tokio::spawn(porter.relay().run(std::future::pending()));
        until_parent_is_gone("it publishes").await;
    });
}

/// Stops a relay until others took over from it as often as is wanted.
fn check(role: &str, open: Open, test: &str, takeovers: Takeovers) {
    Runtime::new().expect("a runtime").block_on(async {
        let (store, _) = role.split_once('|').expect("a store and a bus");
        prepare(&*open(store)).await;
        let porter = porter(role, open).await;
        let running = porter.run(1);
        let zombie =
            Process::start(&format!("outbox::zombie::{test}"), (ROLE, role), "it publishes");
        let chance = Chance::of(Chance::seeds(1)[0]);
        let (mut told, mut taken_over, mut rounds) = (Vec::new(), 0, 0);
        while taken_over < takeovers.wanted {
            rounds += 1;
            assert!(rounds <= ROUNDS, "{taken_over} takeovers");
            until(async || owners(&porter).await == Some(2)).await;
            open_some(&porter, &chance, &mut told).await;
            zombie.stop();
            open_some(&porter, &chance, &mut told).await;
            taken_over += u32::from(is_published(&porter, takeovers.patience).await);
            zombie.go_on();
            open_some(&porter, &chance, &mut told).await;
        }
        porter.settle(running, &told).await;
    });
}

/// Opens some doors; how many, and which, is up to chance, and so is what the relay is doing afterwards.
async fn open_some(porter: &Porter, chance: &Chance, told: &mut Vec<Uuid>) {
    for _ in 0..20 + chance.below(40) {
        let door = format!("door {}", chance.below(DOORS));
        match porter.open(&door).await {
            Ok(id) => told.push(id),
            // Whoever stands still has the file.
            Err(_) => return,
        }
    }
}

/// How many relays hold leases.
async fn owners(porter: &Porter) -> Option<u64> {
    let sql = "SELECT count(DISTINCT owner) AS owners FROM tiebeam_lease \
         WHERE name LIKE 'outbox/%' AND leased_until > $1";
    let looking = porter.store.begin_reading().await.ok()?;
    let rows = looking.query(sql, &[Timestamp::now().as_microsecond().into()]).await.ok()?;
    rows.first()?.get("owners").ok()
}

/// Whether everything is published in time.
async fn is_published(porter: &Porter, patience: Duration) -> bool {
    let started = Instant::now();
    while started.elapsed() < patience {
        if porter.rows("tiebeam_outbox").await == Some(0) {
            return true;
        }
        tokio::task::yield_now().await;
    }
    false
}
