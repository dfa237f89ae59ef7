//! Commits with an event against the same commits without one.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use tiebeam::store::{Sqlite, Store};
use tiebeam::types::Uuid;
use tiebeam::work::Units;
use tiebeam::{Context, Problem, Work};
use tokio::task::JoinSet;
use tokio_postgres::Statement;
use tokio_postgres::types::ToSql;

use crate::arguments::Arguments;
use crate::figure::{Figure, Unit, rate};
use crate::order::{ENTER, Entering, OrderPlaced, Placing, prepare};
use crate::places;

/// Who commits at once.
const CLIENTS: usize = 32;

/// Who commits to the embedded database at once: its commits are grouped.
const EMBEDDED: usize = 64;

type Committing = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Starts one client, which commits until the time is over.
type Client = Box<dyn Fn() -> Box<dyn FnMut() -> Committing + Send> + Send + Sync>;

/// On PostgreSQL, and against the same rows written by hand.
pub(crate) async fn on_postgres(arguments: &Arguments) -> Vec<Figure> {
    let store = places::postgres(arguments, CLIENTS).await;
    let url = places::database(arguments).await;
    by_hand_tables(&url).await;
    let mut hands = Vec::new();
    for _ in 0..CLIENTS {
        hands.push(Arc::new(Hand::connect(&url).await));
    }
    let with = with_event(&store);
    let without = without_event(&store);
    let mut figures = vec![
        compare(
            arguments,
            CLIENTS,
            "PostgreSQL: row and event",
            ("the same without an event", &with, &without),
            "0.7 of the commits",
        )
        .await,
    ];
    let by_hand = two_rows_by_hand(hands);
    figures.push(
        compare(
            arguments,
            CLIENTS,
            "PostgreSQL: row and event",
            ("BEGIN, INSERT, INSERT, COMMIT by hand", &with, &by_hand),
            "",
        )
        .await,
    );
    figures
}

/// On SQLite, in a file that every commit reaches.
pub(crate) async fn on_sqlite(arguments: &Arguments) -> Vec<Figure> {
    let directory = tempfile::tempdir().expect("a directory");
    let store = Sqlite::open(directory.path().join("store.db")).expect("a file");
    prepare(&store).await;
    let store: Arc<dyn Store> = Arc::new(store);
    let (with, without) = (with_event(&store), without_event(&store));
    let limit = ("the same without an event", &with, &without);
    let goal = "0.7 of the commits, and 10,000 a second";
    vec![compare(arguments, EMBEDDED, "SQLite, synchronous=FULL: row and event", limit, goal).await]
}

/// Measures both in turns; who goes first changes with every round.
async fn compare(
    arguments: &Arguments,
    clients: usize,
    what: &'static str,
    (limit, ours, theirs): (&'static str, &Client, &Client),
    goal: &'static str,
) -> Figure {
    let (mut values, mut limits) = (Vec::new(), Vec::new());
    for round in 0..arguments.rounds {
        eprintln!("{what}: round {} of {}", round + 1, arguments.rounds);
        if round % 2 == 0 {
            values.push(measure(arguments, clients, ours).await);
            limits.push(measure(arguments, clients, theirs).await);
        } else {
            limits.push(measure(arguments, clients, theirs).await);
            values.push(measure(arguments, clients, ours).await);
        }
    }
    Figure { what, unit: Unit::PerSecond, values, limit: Some(limit), limits, goal, note: None }
}

/// Commits in a second.
async fn measure(arguments: &Arguments, clients: usize, client: &Client) -> f64 {
    let begun = Instant::now();
    let until = begun + arguments.lasting;
    let mut running = JoinSet::new();
    for _ in 0..clients {
        let mut commit = client();
        running.spawn(async move {
            let mut count = 0;
            while Instant::now() < until {
                commit().await;
                count += 1;
            }
            count
        });
    }
    let count: usize = running.join_all().await.into_iter().sum();
    rate(count, begun.elapsed())
}

/// A unit of work that writes a row and emits an event.
fn with_event(store: &Arc<dyn Store>) -> Client {
    let units = Units::new(Arc::clone(store), "/bench");
    Box::new(move || {
        let units = units.clone();
        Box::new(move || {
            let units = units.clone();
            Box::pin(async move {
                let order = &OrderPlaced::new();
                let work = |work: Work<Placing>| async move {
                    order.enter(work.transaction()).await?;
                    work.emit(order)?;
                    Ok::<_, Problem>(())
                };
                units.run(&Context::new(), work).await.expect("it is committed");
            })
        })
    })
}

/// The same unit of work without an event.
fn without_event(store: &Arc<dyn Store>) -> Client {
    let units = Units::new(Arc::clone(store), "/bench");
    Box::new(move || {
        let units = units.clone();
        Box::new(move || {
            let units = units.clone();
            Box::pin(async move {
                let order = &OrderPlaced::new();
                let work = |work: Work<Entering>| async move {
                    order.enter(work.transaction()).await?;
                    Ok::<_, Problem>(())
                };
                units.run(&Context::new(), work).await.expect("it is committed");
            })
        })
    })
}

/// A connection and its two statements.
struct Hand {
    client: tokio_postgres::Client,
    enter: Statement,
    emit: Statement,
}

impl Hand {
    async fn connect(url: &str) -> Self {
        let client = places::client(url).await;
        let enter = client.prepare(ENTER).await.expect("a statement");
        let emit = client.prepare("INSERT INTO by_hand (id, payload) VALUES ($1, $2)").await;
        Self { enter, emit: emit.expect("a statement"), client }
    }

    async fn commit(&self) {
        let Self { client, enter, emit } = self;
        let order = OrderPlaced::new();
        let payload = serde_json::to_string(&order).expect("JSON");
        let id = Uuid::now_v7().to_string();
        client.batch_execute("BEGIN").await.expect("begun");
        let row: [&(dyn ToSql + Sync); 4] =
            [&order.order_id, &order.customer_id, &order.total, &order.note];
        client.execute(enter, &row).await.expect("a row");
        client.execute(emit, &[&id, &payload]).await.expect("a row");
        client.batch_execute("COMMIT").await.expect("committed");
    }
}

/// The row and an outbox without numbers, order or log, as one writes them by hand.
fn two_rows_by_hand(hands: Vec<Arc<Hand>>) -> Client {
    let next = AtomicUsize::new(0);
    Box::new(move || {
        let number = next.fetch_add(1, Ordering::Relaxed);
        let hand = Arc::clone(&hands[number % hands.len()]);
        Box::new(move || {
            let hand = Arc::clone(&hand);
            Box::pin(async move { hand.commit().await })
        })
    })
}

async fn by_hand_tables(url: &str) {
    let client = places::client(url).await;
    let tables = "CREATE TABLE bench_order (id TEXT PRIMARY KEY, customer TEXT NOT NULL, total TEXT NOT NULL, note TEXT NOT NULL); \
         CREATE TABLE by_hand (id TEXT PRIMARY KEY, payload TEXT NOT NULL)";
    client.batch_execute(tables).await.expect("tables");
}
