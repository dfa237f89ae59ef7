//! Relays that are broken, and services that publish by themselves.

use tiebeam::bus::{EventBus as _, Message, Position};
use tiebeam::event::{Envelope, Source, json};
use tiebeam::problem::own;
use tiebeam::store::{Row, Store};
use tiebeam::types::Uuid;
use tiebeam::{Context, Work};

use super::scene::{Scene, Watched, is_caught, is_lost, is_phantom, is_reordered};
use crate::outbox::history::{Promise, check, committed, published};
use crate::outbox::house::{House, OPENED, Opened, Opening, count_up};

/// A pending row.
struct Waiting {
    id: i64,
    message: Message,
}

/// What waits behind a row, in the order of the rows.
async fn waiting(store: &dyn Store, behind: i64) -> Vec<Waiting> {
    let sql = "SELECT waiting.id, log.topic, log.key, log.epoch, log.sequence, log.event \
         FROM tiebeam_outbox AS waiting JOIN tiebeam_event AS log ON log.id = waiting.event_id \
         WHERE waiting.id > $1 ORDER BY waiting.id";
    let open = store.begin().await.expect("a transaction");
    let rows = open.query(sql, &[behind.into()]).await.expect("rows");
    open.rollback().await.expect("it ends");
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Waiting {
    let event: String = row.get("event").expect("an event");
    let topic: String = row.get("topic").expect("a topic");
    let key: String = row.get("key").expect("a key");
    let number = |name| row.get::<u64>(name).expect("a number");
    let position = Position { epoch: number("epoch"), sequence: number("sequence") };
    let message = Message::new(topic, json::read(event.as_bytes()).expect("an event"));
    let message = message.with_key(key).expect("a key").with_position(position);
    Waiting { id: row.get("id").expect("an id"), message }
}

async fn delete(store: &dyn Store, id: i64) {
    let open = store.begin().await.expect("a transaction");
    open.execute("DELETE FROM tiebeam_outbox WHERE id = $1", &[id.into()]).await.expect("it goes");
    open.commit().await.expect("it is kept");
}

#[tokio::test]
async fn a_relay_that_deletes_before_the_bus_has_it_is_caught() {
    let run = async |seed| {
        let scene = Scene::new(seed).await;
        scene.open_doors().await;
        scene.fail_publications(4);
        for row in waiting(&*scene.house.store, 0).await {
            delete(&*scene.house.store, row.id).await;
            drop(scene.house.bus.publish(&row.message).await);
        }
        scene
    };
    is_caught(run, Watched::Bus, is_lost).await;
}

#[tokio::test]
async fn a_relay_that_goes_on_behind_a_failure_is_caught() {
    let run = async |seed| {
        let scene = Scene::new(seed).await;
        scene.open_doors().await;
        scene.fail_publications(4);
        loop {
            let rows = waiting(&*scene.house.store, 0).await;
            if rows.is_empty() {
                return scene;
            }
            for row in rows {
                if scene.house.bus.publish(&row.message).await.is_ok() {
                    delete(&*scene.house.store, row.id).await;
                }
            }
        }
    };
    is_caught(run, Watched::Bus, is_reordered).await;
}

/// What SKIP LOCKED does: each of two takes what the other has not.
#[tokio::test]
async fn relays_that_share_the_rows_of_a_key_are_caught() {
    let run = async |seed| {
        let scene = Scene::new(seed).await;
        scene.open_doors().await;
        let rows = waiting(&*scene.house.store, 0).await;
        let (one, other): (Vec<_>, Vec<_>) =
            rows.into_iter().partition(|_| scene.chance.once_in(2));
        for row in one.into_iter().chain(other) {
            scene.house.bus.publish(&row.message).await.expect("nothing is wrong");
            delete(&*scene.house.store, row.id).await;
        }
        scene
    };
    is_caught(run, Watched::Bus, is_reordered).await;
}

#[tokio::test]
async fn a_service_that_publishes_before_its_commit_is_caught() {
    let run = async |seed| {
        let scene = Scene::new(seed).await;
        for _ in 0..40 {
            let (door, is_undone) = (scene.door(), scene.chance.once_in(4));
            let bus = &scene.house.bus;
            let eager = |work: Work<Opening>| async move {
                let count = count_up(&work, door).await?;
                let event = Opened { door: door.to_owned(), count };
                let message = message(&event, work.emit(&event)?);
                bus.publish(&message).await.expect("nothing is wrong");
                if is_undone { Err(own::IDEMPOTENCY_KEY_REUSED.problem()) } else { Ok(()) }
            };
            drop(scene.house.units.run(&Context::new(), eager).await);
        }
        scene.house.publish_all().await;
        scene
    };
    is_caught(run, Watched::Bus, is_phantom).await;
}

/// As the relay would publish it.
fn message(event: &Opened, id: Uuid) -> Message {
    let context = Context::new();
    let source = Source { uri: "/house", context: &context, cause: None };
    let time = tiebeam::types::Timestamp::UNIX_EPOCH;
    let envelope = Envelope::of(event, id, time, &source).expect("it follows its schema");
    let sequence = event.count.unsigned_abs();
    let message = Message::new(OPENED, envelope).with_key(&*event.door).expect("a key");
    message.with_position(Position { epoch: 1, sequence })
}

/// Rows are committed in another order than they are numbered; only a database with several writers shows it.
#[tokio::test]
async fn a_relay_with_a_cursor_over_serial_numbers_is_caught() {
    let house = House::postgres().await;
    let late = house.store.begin().await.expect("a transaction");
    let event = message(&Opened { door: "late".to_owned(), count: 1 }, Uuid::now_v7());
    let text = String::from_utf8(json::write(event.event()).into()).expect("text");
    for sql in [
        "INSERT INTO tiebeam_event (id, topic, key, epoch, sequence, event) \
         VALUES ($1, 'house.opened.v1', 'late', 1, 1, $2)",
        "INSERT INTO tiebeam_outbox (partition, event_id, emitted_at) \
         VALUES (0, $1, length($2))",
    ] {
        late.execute(sql, &[event.id().into(), text.clone().into()]).await.expect("it is written");
    }
    house.open(&["front"]).await.expect("it opens");
    let mut cursor = 0;
    let mut late = Some(late);
    for _ in 0..2 {
        for row in waiting(&*house.store, cursor).await {
            house.bus.publish(&row.message).await.expect("nothing is wrong");
            cursor = row.id;
        }
        if let Some(late) = late.take() {
            late.commit().await.expect("it is kept");
        }
    }
    let committed = committed(&*house.store).await;
    let found = |seen: &[_]| check(&committed, seen, Promise::AtLeastOnceInOrder);
    let defects = found(&published(&*house.bus, OPENED).await);
    assert!(defects.iter().any(is_lost), "it was not caught: {defects:?}");
    house.publish_all().await;
    assert_eq!(found(&published(&*house.bus, OPENED).await), []);
}
