//! How long after its commit an event is acknowledged by the broker, and has had its effect.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tiebeam::bus::{
    Deliveries, Embedded, EventBus, Lag, Message, Pending, Position, Subscription, Topic,
};
use tiebeam::consumer::{self, Consumers};
use tiebeam::event::Event as _;
use tiebeam::outbox::Relay;
use tiebeam::store::{Sqlite, Store};
use tiebeam::work::Units;
use tiebeam::{Context, Problem, Work};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::arguments::Arguments;
use crate::figure::{Figure, Unit, percentile};
use crate::order::{Entering, OrderPlaced, Placing, TOPIC, prepare};
use crate::places;

/// Units of work in a second.
const PACE: u64 = 1_000;

/// When orders were committed, and when what was waited for happened.
#[derive(Debug, Default, Clone)]
struct Moments(Arc<Mutex<HashMap<String, [Option<Instant>; 2]>>>);

/// A bus that notes when it took a message.
#[derive(Debug)]
struct Noting<B> {
    bus: B,
    moments: Moments,
}

static EFFECT: consumer::Subscription =
    consumer::Subscription::new("bench@1.effect", OrderPlaced::definition);

/// From PostgreSQL to the acknowledgement of NATS.
pub(crate) async fn to_jetstream(arguments: &Arguments) -> Vec<Figure> {
    let store = places::postgres(arguments, 16).await;
    let moments = Moments::default();
    let bus = places::jetstream(arguments).await;
    let noting = Arc::new(Noting { bus, moments: moments.clone() });
    let (stop, stopped) = watch::channel(());
    let relaying = tokio::spawn(Relay::new(Arc::clone(&store), noting).run(over(stopped)));
    let what = "PostgreSQL, 1,000 commits a second: from commit to acknowledgement of JetStream";
    let told = emit(arguments, &store, &moments, what).await;
    drop(stop);
    relaying.await.expect("no panic");
    figures(what, told, "p50 10 ms, p99 60 ms")
}

/// From the commit to the commit of the effect, on the embedded bus.
pub(crate) async fn to_effects(arguments: &Arguments) -> Vec<Figure> {
    let directory = tempfile::tempdir().expect("a directory");
    let sqlite = Sqlite::open(directory.path().join("store.db")).expect("a file");
    prepare(&sqlite).await;
    let stores: [(Arc<dyn Store>, &str); 2] = [
        (Arc::new(sqlite), "SQLite, 1,000 commits a second: from commit to effect, embedded bus"),
        (
            places::postgres(arguments, 16).await,
            "PostgreSQL, 1,000 commits a second: from commit to effect, embedded bus",
        ),
    ];
    let mut all = Vec::new();
    for (store, what) in stores {
        let bus: Arc<dyn EventBus> = Arc::new(Embedded::new(Arc::clone(&store)));
        bus.provision(&[Topic::new(TOPIC)], &[]).await.expect("a topic");
        let moments = Moments::default();
        let noted = Arc::new(moments.clone());
        let units = Units::new(Arc::clone(&store), "/bench");
        let consumers = Consumers::new(Arc::clone(&bus), units, noted).on(&EFFECT, note);
        bus.provision(&[], &consumers.subscriptions()).await.expect("a subscription");
        let (stop, stopped) = watch::channel(());
        let relay = Relay::new(Arc::clone(&store), Arc::clone(&bus));
        let relaying = tokio::spawn(relay.run(over(stopped.clone())));
        let consuming = tokio::spawn(consumers.run(over(stopped)));
        let told = emit(arguments, &store, &moments, what).await;
        drop(stop);
        relaying.await.expect("no panic");
        consuming.await.expect("no panic");
        all.extend(figures(what, told, "p50 5 ms"));
    }
    all
}

async fn note(
    moments: Arc<Moments>,
    work: Work<Entering>,
    event: Arc<OrderPlaced>,
) -> Result<(), consumer::Failure> {
    let sql = "INSERT INTO bench_effect (id, total) VALUES ($1, $2)";
    work.transaction().execute(sql, &[(&event.order_id).into(), (&event.total).into()]).await?;
    let (moments, id) = (Moments::clone(&moments), event.order_id.clone());
    work.transaction().on_commit(move || moments.set(&id, 1));
    Ok(())
}

async fn over(mut stopped: watch::Receiver<()>) {
    drop(stopped.changed().await);
}

/// Places orders at an even pace, and waits until all of them have come through; answers how long each took, in microseconds.
async fn emit(
    arguments: &Arguments,
    store: &Arc<dyn Store>,
    moments: &Moments,
    what: &str,
) -> Vec<u64> {
    eprintln!("{what}");
    let units = Units::new(Arc::clone(store), "/bench");
    let count = PACE * (arguments.lasting * arguments.rounds).as_secs().max(1);
    let mut ticks =
        tokio::time::interval(Duration::from_secs(1) / u32::try_from(PACE).expect("few"));
    let mut placing = JoinSet::new();
    for _ in 0..count {
        ticks.tick().await;
        let (units, moments) = (units.clone(), moments.clone());
        placing.spawn(async move {
            let order = &OrderPlaced::new();
            let work = |work: Work<Placing>| async move {
                order.enter(work.transaction()).await?;
                work.emit(order)?;
                Ok::<_, Problem>(())
            };
            units.run(&Context::new(), work).await.expect("it is committed");
            moments.set(&order.order_id, 0);
        });
    }
    placing.join_all().await;
    while moments.missing() {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    moments.spans()
}

fn figures(what: &'static str, mut micros: Vec<u64>, goal: &'static str) -> Vec<Figure> {
    let note = format!("p99 {:.1} ms, of {} events", percentile(&mut micros, 0.99), micros.len());
    vec![Figure::alone(what, Unit::Millis, percentile(&mut micros, 0.5), goal).noting(note)]
}

impl Moments {
    fn set(&self, id: &str, moment: usize) {
        let mut moments = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        moments.entry(id.to_owned()).or_default()[moment] = Some(Instant::now());
    }

    fn missing(&self) -> bool {
        let moments = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        moments.values().any(|[_, reached]| reached.is_none())
    }

    fn spans(&self) -> Vec<u64> {
        let moments = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let spans = moments.values().filter_map(|[committed, reached]| {
            let span = reached.as_ref()?.saturating_duration_since((*committed)?);
            u64::try_from(span.as_micros()).ok()
        });
        spans.collect()
    }
}

impl<B: EventBus> EventBus for Noting<Arc<B>> {
    fn publish<'a>(&'a self, message: &'a Message) -> Pending<'a, ()> {
        Box::pin(async move {
            self.bus.publish(message).await?;
            self.moments.set(message.key().unwrap_or_default(), 1);
            Ok(())
        })
    }

    fn provision<'a>(
        &'a self,
        topics: &'a [Topic],
        subscriptions: &'a [Subscription],
    ) -> Pending<'a, ()> {
        self.bus.provision(topics, subscriptions)
    }

    fn subscribe<'a>(&'a self, subscription: &'a Subscription) -> Pending<'a, Box<dyn Deliveries>> {
        self.bus.subscribe(subscription)
    }

    fn find<'a>(
        &'a self,
        topic: &'a str,
        key: &'a str,
        from: Position,
        limit: usize,
    ) -> Pending<'a, Vec<Message>> {
        self.bus.find(topic, key, from, limit)
    }

    fn lag<'a>(&'a self, subscription: &'a Subscription) -> Pending<'a, Lag> {
        self.bus.lag(subscription)
    }
}
