//! Where the checker gets its facts from: the log, what lies on a bus, what a handler wrote down.

use std::collections::BTreeMap;

use tiebeam::bus::{EventBus, Message, Position, Start, Subscription};
use tiebeam::store::{Row, Store};
use tiebeam::types::Uuid;

use super::check::Fact;
use crate::outbox::house::OPENED;

/// What the log says was committed.
pub(crate) async fn committed(store: &dyn Store) -> Vec<Fact> {
    let sql = "SELECT id, topic, key, epoch, sequence FROM tiebeam_event";
    rows(store, sql).await.iter().map(fact).collect()
}

fn fact(row: &Row) -> Fact {
    let sequence: Option<u64> = row.get("sequence").expect("a number");
    let epoch = row.get("epoch").expect("a number");
    Fact {
        topic: row.get("topic").expect("a topic"),
        key: row.get("key").expect("a key"),
        position: sequence.map(|sequence| Position { epoch, sequence }),
        id: row.get("id").expect("an id"),
    }
}

/// An event as it travels.
pub(crate) fn of_message(message: &Message) -> Fact {
    Fact {
        topic: message.topic().to_owned(),
        key: message.key().map(str::to_owned),
        position: message.position(),
        id: message.id().to_owned(),
    }
}

/// Everything that lies on a bus, in its order.
pub(crate) async fn published(bus: &dyn EventBus, topic: &str) -> Vec<Fact> {
    let subscription = Subscription::new(format!("look-{}", Uuid::new_v4()), [topic])
        .with_start(Start::Beginning)
        .with_max_in_flight(100_000);
    let subscriptions = std::slice::from_ref(&subscription);
    bus.provision(&[], subscriptions).await.expect("it is provisioned");
    let mut deliveries = bus.subscribe(&subscription).await.expect("it is there");
    let waiting = bus.lag(&subscription).await.expect("a number").waiting;
    let mut facts = Vec::new();
    while (facts.len() as u64) < waiting {
        for delivery in deliveries.next(1_000).await.expect("deliveries") {
            facts.push(of_message(delivery.message()));
            delivery.ack().await.expect("the bus hears it");
        }
    }
    facts
}

/// What a handler applied, in its order. A door counts how often it was opened, and that is the number of its event.
pub(crate) async fn applied(store: &dyn Store, committed: &[Fact]) -> Vec<Fact> {
    let seen = rows(store, "SELECT door, count FROM seen ORDER BY number").await;
    let opened = committed.iter().filter(|fact| fact.topic == OPENED);
    let place = |fact: &Fact| (fact.key.clone(), fact.position.map(|position| position.sequence));
    let known: BTreeMap<_, &Fact> = opened.map(|fact| (place(fact), fact)).collect();
    let fact = |row: &Row| {
        let place = (
            Some(row.get::<String>("door").expect("a door")),
            Some(row.get::<u64>("count").expect("a count")),
        );
        known.get(&place).map_or_else(|| nobodys(place.clone()), |fact| (*fact).clone())
    };
    seen.iter().map(fact).collect()
}

/// What nobody committed.
fn nobodys((key, sequence): (Option<String>, Option<u64>)) -> Fact {
    let id = format!("{key:?} {sequence:?}");
    Fact { topic: OPENED.to_owned(), key, position: None, id }
}

async fn rows(store: &dyn Store, sql: &str) -> Vec<Row> {
    let looking = store.begin_reading().await.expect("a transaction");
    let rows = looking.query(sql, &[]).await.expect("rows");
    looking.rollback().await.expect("it ends");
    rows
}
