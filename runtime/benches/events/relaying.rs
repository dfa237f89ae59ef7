//! From a full outbox to NATS.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tiebeam::bus::{EventBus as _, JetStream, Start, Subscription};
use tiebeam::outbox::Relay;
use tiebeam::store::Store;
use tiebeam::types::Uuid;
use tiebeam::work::Units;
use tiebeam::{Context, Problem, Work};
use tokio::task::JoinSet;

use crate::arguments::Arguments;
use crate::figure::{Figure, Unit, rate};
use crate::order::{OrderPlaced, Placing};
use crate::{places, publishing};

/// Events that one unit of work emits when the outbox is filled.
const TOGETHER: usize = 100;

/// Keys of all events: each has events behind each other.
const KEYS: usize = 2_000;

/// How many relays share the work.
const RELAYS: [(usize, &str); 2] = [(1, "one relay to JetStream"), (4, "four relays to JetStream")];

/// One relay, and four, against publishing by hand.
pub(crate) async fn to_jetstream(arguments: &Arguments) -> Vec<Figure> {
    let mut figures = Vec::new();
    for (relays, what) in RELAYS {
        let (mut values, mut limits, mut inversions) = (Vec::new(), Vec::new(), 0);
        for round in 0..arguments.rounds {
            eprintln!("{what}: round {} of {}", round + 1, arguments.rounds);
            let bus = places::jetstream(arguments).await;
            let store = places::postgres(arguments, 16).await;
            fill(&store, arguments.events).await;
            let took = relay(&store, &bus, relays).await;
            values.push(rate(arguments.events, took));
            inversions += misplaced(&bus, arguments.events).await;
            let bus = places::jetstream(arguments).await;
            let context = places::context(arguments).await;
            let took = publishing::by_hand(&context, arguments.events).await;
            limits.push(rate(arguments.events, took));
            drop(bus);
        }
        figures.push(Figure {
            what,
            unit: Unit::PerSecond,
            values,
            limit: Some("publishing by hand, 500 in flight"),
            limits,
            goal: "0.6 of it, in order",
            note: Some(format!("{inversions} out of order")),
        });
    }
    figures
}

/// Emits so many events.
pub(crate) async fn fill(store: &Arc<dyn Store>, count: usize) {
    let units = Units::new(Arc::clone(store), "/bench");
    let mut filling = JoinSet::new();
    let keys = (0..KEYS).map(|_| Uuid::now_v7().to_string()).collect::<Arc<[_]>>();
    for number in 0..8 {
        let (units, keys) = (units.clone(), Arc::clone(&keys));
        filling.spawn(async move {
            for first in (number * TOGETHER..count).step_by(8 * TOGETHER) {
                let keys = &keys;
                let work = |work: Work<Placing>| async move {
                    for event in first..count.min(first + TOGETHER) {
                        work.emit(&OrderPlaced::with_id(keys[event % KEYS].clone()))?;
                    }
                    Ok::<_, Problem>(())
                };
                units.run(&Context::new(), work).await.expect("it is committed");
            }
        });
    }
    filling.join_all().await;
}

/// Publishes all that waits; answers how long that took.
async fn relay(store: &Arc<dyn Store>, bus: &Arc<JetStream>, relays: usize) -> Duration {
    let begun = Instant::now();
    let mut running = JoinSet::new();
    let (stop, _) = tokio::sync::watch::channel(());
    for _ in 0..relays {
        let relay = Relay::new(Arc::clone(store), bus.clone());
        let mut stopped = stop.subscribe();
        running.spawn(relay.run(async move { drop(stopped.changed().await) }));
    }
    while waiting(&**store).await > 0 {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let took = begun.elapsed();
    drop(stop);
    running.join_all().await;
    took
}

async fn waiting(store: &dyn Store) -> i64 {
    let open = store.begin().await.expect("a transaction");
    let sql = "SELECT count(*) AS number FROM (SELECT 1 FROM tiebeam_outbox LIMIT 1) AS waiting";
    let rows = open.query(sql, &[]).await.expect("rows");
    rows[0].get("number").expect("a number")
}

/// How many messages lie in the stream in another place than their number says.
async fn misplaced(bus: &JetStream, count: usize) -> usize {
    let subscription = Subscription::new(format!("look.{}", Uuid::now_v7()), [crate::order::TOPIC])
        .with_start(Start::Beginning)
        .with_max_in_flight(10_000);
    bus.provision(&[], std::slice::from_ref(&subscription)).await.expect("a subscription");
    let mut deliveries = bus.subscribe(&subscription).await.expect("subscribed");
    let (mut seen, mut misplaced) = (0, 0);
    let mut last: HashMap<String, u64> = HashMap::new();
    while seen < count {
        for delivery in deliveries.next(1_000).await.expect("deliveries") {
            let message = delivery.message();
            let key = message.key().unwrap_or_default().to_owned();
            let number = message.position().map_or(0, |position| position.sequence);
            let before = last.insert(key, number).unwrap_or_default();
            misplaced += usize::from(number != before + 1);
            seen += 1;
            delivery.ack().await.expect("acknowledged");
        }
    }
    misplaced
}
