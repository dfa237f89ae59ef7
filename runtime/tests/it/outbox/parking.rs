//! Events that cannot be handled: dead letters, and what waits behind them.

use std::sync::Arc;

use tiebeam::Work;
use tiebeam::bus::{EventBus as _, Message};
use tiebeam::consumer::{self, Failure, OnFailure, Ordering, Schedule};
use tiebeam::event::{Data, Envelope, Event as _};
use tiebeam::problem::{Problem, own};
use tiebeam::store::Error;
use tiebeam::work::Nothing;

use super::house::{AS_THEY_COME, House, IN_ORDER, OPENED, Opened, note};

/// Drops what it cannot handle.
static DROPPING: consumer::Subscription =
    consumer::Subscription::new("dropper@1.note", Opened::definition)
        .ordering(Ordering::ByKey)
        .schedule(Schedule { attempts: 2, base_millis: 10, cap_millis: 10 })
        .on_failure(OnFailure::Skip);

on_both_stores! {
    c3_a_poison_key_delays_no_other_key
    c4_every_event_is_applied_or_dead
    what_will_never_work_is_dead_at_once
    what_cannot_be_read_is_dead_at_once
    what_is_dropped_holds_nothing_up
}

/// Fails for one event of one door.
fn poisoned(
    door: &'static str,
    count: i64,
    failure: fn() -> Failure,
) -> impl Fn(Arc<()>, Work<Nothing>, Arc<Opened>) -> Handling + Clone {
    move |_, work, event| {
        Box::pin(async move {
            note(&work, &event).await?;
            if event.door == door && event.count == count { Err(failure()) } else { Ok(()) }
        })
    }
}

type Handling = std::pin::Pin<Box<dyn Future<Output = Result<(), Failure>> + Send>>;

fn for_now() -> Failure {
    Problem::from(Error::unavailable("a network")).into()
}

fn for_good() -> Failure {
    Failure::for_good(own::IDEMPOTENCY_KEY_REUSED.problem())
}

async fn published(house: &House, rounds: usize) {
    for _ in 0..rounds {
        house.open(&["a", "b"]).await.expect("it opens");
    }
    house.publish_all().await;
}

async fn letters(house: &House) -> Vec<(String, i64, i64)> {
    let open = house.store.begin().await.expect("a transaction");
    let sql = "SELECT reason, sequence, attempts FROM tiebeam_dead_letter ORDER BY sequence";
    let rows = open.query(sql, &[]).await.expect("rows");
    let row = |row: &tiebeam::store::Row| {
        let number = |name| row.get::<Option<i64>>(name).expect("a number").unwrap_or_default();
        (row.get("reason").expect("a reason"), number("sequence"), number("attempts"))
    };
    rows.iter().map(row).collect()
}

async fn c3_a_poison_key_delays_no_other_key(house: &House) {
    published(house, 5).await;
    let consumers = house.consumers().on(&IN_ORDER, poisoned("a", 2, for_now));
    let is_done = async || house.count("tiebeam_dead_letter").await >= 4;
    house.consume(consumers, is_done).await;
    let seen = house.seen().await;
    let of = |door: &str| -> Vec<i64> {
        seen.iter().filter(|(seen, _)| seen == door).map(|(_, count)| *count).collect()
    };
    assert_eq!((of("a"), of("b")), (vec![1], vec![1, 2, 3, 4, 5]));
    let expected = [("exhausted", 2, 4), ("parked", 3, 0), ("parked", 4, 0), ("parked", 5, 0)];
    let expected =
        expected.map(|(reason, sequence, attempts)| (reason.to_owned(), sequence, attempts));
    assert_eq!(letters(house).await, expected);
}

async fn c4_every_event_is_applied_or_dead(house: &House) {
    published(house, 10).await;
    let consumers = house.consumers().on(&AS_THEY_COME, poisoned("b", 7, for_now));
    let is_done =
        async || house.count("seen").await + house.count("tiebeam_dead_letter").await >= 20;
    house.consume(consumers, is_done).await;
    assert_eq!((house.count("seen").await, house.count("tiebeam_dead_letter").await), (19, 1));
    let open = house.store.begin().await.expect("a transaction");
    let sql = "SELECT count(*) AS rows FROM tiebeam_inbox WHERE outcome = 'applied'";
    let applied: i64 = open.query(sql, &[]).await.expect("rows")[0].get("rows").expect("a number");
    assert_eq!(applied, 19);
}

async fn what_will_never_work_is_dead_at_once(house: &House) {
    published(house, 1).await;
    let consumers = house.consumers().on(&AS_THEY_COME, poisoned("a", 1, for_good));
    house.consume(consumers, async || !letters(house).await.is_empty()).await;
    assert_eq!(letters(house).await, [("refused".to_owned(), 1, 1)]);
}

async fn what_cannot_be_read_is_dead_at_once(house: &House) {
    let event = Envelope::new("1", "/elsewhere", Opened::definition().ty)
        .expect("an event")
        .with_data(Data::json(r#"{"door":7}"#).expect("JSON"));
    house.bus.publish(&Message::new(OPENED, event)).await.expect("published");
    let consumers = house.consumers().on(&AS_THEY_COME, poisoned("", 0, for_now));
    house.consume(consumers, async || !letters(house).await.is_empty()).await;
    assert_eq!(letters(house).await, [("unreadable".to_owned(), 0, 1)]);
    assert_eq!(house.count("seen").await, 0);
}

async fn what_is_dropped_holds_nothing_up(house: &House) {
    published(house, 3).await;
    let consumers = house.consumers().on(&DROPPING, poisoned("a", 2, for_now));
    house.consume(consumers, async || house.count("seen").await >= 5).await;
    assert_eq!((house.count("seen").await, letters(house).await.len()), (5, 0));
}
