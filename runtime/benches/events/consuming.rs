//! From NATS to effects on PostgreSQL.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tiebeam::Work;
use tiebeam::bus::EventBus;
use tiebeam::consumer::{self, Consumers, Ordering};
use tiebeam::event::Event as _;
use tiebeam::outbox::Relay;
use tiebeam::store::Store;
use tiebeam::work::Units;
use tokio::sync::watch;

use crate::arguments::Arguments;
use crate::figure::{Figure, Unit, rate};
use crate::order::{Entering, OrderPlaced};
use crate::{places, relaying};

static AS_THEY_COME: consumer::Subscription =
    consumer::Subscription::new("bench@1.asTheyCome", OrderPlaced::definition);

static IN_ORDER: consumer::Subscription =
    consumer::Subscription::new("bench@1.inOrder", OrderPlaced::definition)
        .ordering(Ordering::ByKey);

/// A consumer of each kind.
static KINDS: [(&consumer::Subscription, &str); 2] = [
    (&AS_THEY_COME, "unordered consumer, JetStream to PostgreSQL"),
    (&IN_ORDER, "ordered consumer, JetStream to PostgreSQL"),
];

/// Effects in a second, of a consumer that has a backlog.
pub(crate) async fn from_jetstream(arguments: &Arguments) -> Vec<Figure> {
    let mut figures = Vec::new();
    for (subscription, what) in KINDS {
        eprintln!("{what}");
        let bus: Arc<dyn EventBus> = places::jetstream(arguments).await;
        let store = places::postgres(arguments, 16).await;
        let units = Units::new(Arc::clone(&store), "/bench");
        let consumers =
            Consumers::new(Arc::clone(&bus), units, Arc::new(())).on(subscription, apply);
        bus.provision(&[], &consumers.subscriptions()).await.expect("a subscription");
        publish(&store, &bus, arguments.events).await;
        let (stop, stopped) = watch::channel(());
        let begun = Instant::now();
        let consuming = tokio::spawn(consumers.run(over(stopped)));
        while effects(&*store).await < arguments.events {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let took = begun.elapsed();
        drop(stop);
        consuming.await.expect("no panic");
        let effects = rate(arguments.events, took);
        figures.push(Figure::alone(what, Unit::PerSecond, effects, "10,000 effects a second"));
    }
    figures
}

async fn publish(store: &Arc<dyn Store>, bus: &Arc<dyn EventBus>, count: usize) {
    relaying::fill(store, count).await;
    let mut relay = Relay::new(Arc::clone(store), Arc::clone(bus));
    let mut published = 0;
    while published < count {
        published += relay.sweep().await.expect("it sweeps").published;
    }
    relay.end().await;
}

async fn apply(
    _: Arc<()>,
    work: Work<Entering>,
    event: Arc<OrderPlaced>,
) -> Result<(), consumer::Failure> {
    let sql = "INSERT INTO bench_effect (id, total) VALUES ($1, $2)";
    let id = tiebeam::types::Uuid::now_v7().to_string();
    work.transaction().execute(sql, &[id.into(), (&event.total).into()]).await?;
    Ok(())
}

async fn over(mut stopped: watch::Receiver<()>) {
    drop(stopped.changed().await);
}

async fn effects(store: &dyn Store) -> usize {
    let open = store.begin().await.expect("a transaction");
    let sql = "SELECT count(*) AS number FROM bench_effect";
    let rows = open.query(sql, &[]).await.expect("rows");
    let number: i64 = rows[0].get("number").expect("a number");
    usize::try_from(number).expect("not negative")
}
