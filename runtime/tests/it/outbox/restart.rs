//! The database or the broker is killed in the middle of a load and comes back: nothing is lost, nothing doubled,
//! everything in order, and whoever was told that an event is committed was told the truth.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tiebeam::bus::jetstream::Settings;
use tiebeam::bus::{Embedded, EventBus, JetStream};
use tiebeam::store::{Postgres, Sqlite, Store};
use tiebeam::types::Uuid;
use tokio::task::JoinSet;

use super::cluster::Cluster;
use super::house::prepare;
use super::porter::Porter;
use crate::bus::server::Server;
use crate::heralds::until;

const DOORS: [&str; 6] = ["front", "back", "cellar", "attic", "garden", "garage"];

/// Events of a load at least, and after how many effects something happens.
const EVENTS: u64 = 240;
const MOMENTS: [u64; 2] = [40, 120];

/// Opens doors one after the other until it is over; answers what it was told to be committed.
async fn open(porter: Porter, door: &'static str, is_over: Arc<AtomicBool>) -> Vec<Uuid> {
    let mut told = Vec::new();
    while !is_over.load(Ordering::SeqCst) || told.is_empty() {
        // Where it fails nobody knows whether it happened; the door is opened again.
        told.extend(porter.open_in_step(door).await);
    }
    told
}

/// Opens doors, publishes and consumes with two of each; something happens twice meanwhile.
async fn ride_out<T: Send + 'static>(porter: Porter, mut what: T, happens: fn(&mut T)) {
    let running = porter.run(2);
    let is_over = Arc::new(AtomicBool::new(false));
    let mut opening = JoinSet::new();
    for door in DOORS {
        opening.spawn(open(porter.clone(), door, Arc::clone(&is_over)));
    }
    for moment in MOMENTS {
        until(async || porter.rows("seen").await >= Some(moment)).await;
        let happening = tokio::task::spawn_blocking(move || {
            happens(&mut what);
            what
        });
        what = happening.await.expect("no panic");
    }
    until(async || porter.rows("tiebeam_event").await >= Some(EVENTS)).await;
    is_over.store(true, Ordering::SeqCst);
    let mut told = opening.join_all().await.concat();
    // What was on its way when a connection broke comes again late; an event behind it makes it be fetched.
    for door in DOORS {
        told.push(porter.open(door).await.expect("everything is there"));
    }
    porter.settle(running, &told).await;
}

fn kill_nats(server: &mut Server) {
    server.kill();
    server.restart();
}

fn kill_postgres(cluster: &mut Cluster) {
    cluster.kill();
    cluster.restart();
}

fn postgres(cluster: &Cluster) -> Arc<dyn Store> {
    Arc::new(Postgres::with_connections(&cluster.url(), 8).expect("a URL"))
}

async fn nats(server: &Server) -> Arc<dyn EventBus> {
    let bus = JetStream::connect(Settings::new(server.url())).await;
    Arc::new(bus.expect("the server is there"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn i1_c1_a_broker_that_is_killed_in_the_middle_of_a_load_is_ridden_out() {
    let directory = tempfile::tempdir().expect("a directory");
    let store = Sqlite::open(directory.path().join("store.db")).expect("a file");
    prepare(&store).await;
    let server = Server::start("");
    let porter = Porter::on(Arc::new(store), nats(&server).await).await;
    ride_out(porter, server, kill_nats).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn i1_c1_a_database_that_is_restarted_in_the_middle_of_a_load_is_ridden_out() {
    let cluster = Cluster::start();
    let store = postgres(&cluster);
    prepare(&*store).await;
    let bus = Arc::new(Embedded::new(Arc::clone(&store)));
    ride_out(Porter::on(store, bus).await, cluster, kill_postgres).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn i1_c1_database_and_broker_that_are_restarted_together_are_ridden_out() {
    let (cluster, server) = (Cluster::start(), Server::start(""));
    let store = postgres(&cluster);
    prepare(&*store).await;
    let porter = Porter::on(store, nats(&server).await).await;
    ride_out(porter, (cluster, server), |(cluster, server)| {
        cluster.kill();
        kill_nats(server);
        cluster.restart();
    })
    .await;
}
