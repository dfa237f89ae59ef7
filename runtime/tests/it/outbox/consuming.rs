//! From the bus to an effect: once, in order, whatever is delivered twice, lost or late.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tiebeam::Work;
use tiebeam::bus::memory::{Fault, Moment};
use tiebeam::consumer::Failure;
use tiebeam::problem::Problem;
use tiebeam::store::Error;
use tiebeam::work::Nothing;

use super::house::{AS_THEY_COME, House, IN_ORDER, OPENED, Opened, Opening, note};

on_both_stores! {
    c1_an_effect_happens_once_under_duplicates
    c1_an_effect_happens_once_where_acknowledgments_are_lost
    c2_events_of_a_key_are_applied_in_order
    a_handler_that_fails_is_tried_again_and_its_effects_are_undone
    an_event_that_follows_from_another_has_the_same_id_each_time
    a_paused_consumer_fetches_nothing
}

async fn noted(_: Arc<()>, work: Work<Nothing>, event: Arc<Opened>) -> Result<(), Failure> {
    note(&work, &event).await
}

/// What was seen of each door.
async fn by_door(house: &House) -> BTreeMap<String, Vec<i64>> {
    let mut doors: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    for (door, count) in house.seen().await {
        doors.entry(door).or_default().push(count);
    }
    doors
}

async fn published(house: &House, count: usize) {
    for number in 0..count {
        house.open(&[["a", "b", "c"][number % 3]]).await.expect("it opens");
    }
    house.publish_all().await;
}

async fn c1_an_effect_happens_once_under_duplicates(house: &House) {
    house.faults.are(|moment| match moment {
        Moment::Publish(_) | Moment::Deliver(_) => Fault::Twice,
        Moment::Ack(_) => Fault::None,
    });
    published(house, 30).await;
    let consumers = house.consumers().on(&AS_THEY_COME, noted).on(&IN_ORDER, noted);
    house.consume(consumers, async || house.count("seen").await >= 60).await;
    assert_eq!(house.count("seen").await, 60);
}

async fn c1_an_effect_happens_once_where_acknowledgments_are_lost(house: &House) {
    published(house, 12).await;
    let (lost, twelve) = (Arc::new(AtomicU64::new(0)), 12);
    let counted = Arc::clone(&lost);
    house.faults.are(move |moment| match moment {
        Moment::Ack(_) if counted.fetch_add(1, Ordering::SeqCst) < twelve => Fault::Lose,
        _ => Fault::None,
    });
    let consumers = house.consumers().on(&IN_ORDER, noted);
    let all = async || lost.load(Ordering::SeqCst) >= 2 * twelve && house.count("seen").await >= 12;
    house.consume(consumers, all).await;
    for (door, counts) in by_door(house).await {
        assert_eq!(counts, [1, 2, 3, 4], "{door}");
    }
}

async fn c2_events_of_a_key_are_applied_in_order(house: &House) {
    published(house, 60).await;
    let count = Arc::new(AtomicU64::new(0));
    house.faults.are(move |moment| match moment {
        Moment::Deliver(_) => match count.fetch_add(1, Ordering::SeqCst) % 4 {
            0 => Fault::Lose,
            1 => Fault::Late(Duration::from_millis(30)),
            _ => Fault::None,
        },
        _ => Fault::None,
    });
    let consumers = house.consumers().on(&IN_ORDER, noted);
    house.consume(consumers, async || house.count("seen").await >= 60).await;
    let expected: Vec<i64> = (1..=20).collect();
    for (door, counts) in by_door(house).await {
        assert_eq!(counts, expected, "{door}");
    }
}

async fn a_handler_that_fails_is_tried_again_and_its_effects_are_undone(house: &House) {
    published(house, 6).await;
    let runs = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&runs);
    let failing = move |_: Arc<()>, work: Work<Nothing>, event: Arc<Opened>| {
        let runs = Arc::clone(&counted);
        async move {
            note(&work, &event).await?;
            if runs.fetch_add(1, Ordering::SeqCst).is_multiple_of(2) {
                return Err(Problem::from(Error::unavailable("a network")).into());
            }
            Ok(())
        }
    };
    let consumers = house.consumers().on(&IN_ORDER, failing);
    house.consume(consumers, async || house.count("seen").await >= 6).await;
    assert_eq!((house.count("seen").await, house.count("tiebeam_dead_letter").await), (6, 0));
    assert!(runs.load(Ordering::SeqCst) > 6);
}

async fn an_event_that_follows_from_another_has_the_same_id_each_time(house: &House) {
    published(house, 1).await;
    let runs = Arc::new(AtomicU64::new(0));
    let ids = Arc::new(std::sync::Mutex::new(Vec::new()));
    let (counted, kept) = (Arc::clone(&runs), Arc::clone(&ids));
    let echoing = move |_: Arc<()>, work: Work<Opening>, event: Arc<Opened>| {
        let (runs, ids) = (Arc::clone(&counted), Arc::clone(&kept));
        async move {
            let id = work.emit(&Opened { door: format!("behind {}", event.door), count: 9 })?;
            ids.lock().expect("no panic").push(id);
            if runs.fetch_add(1, Ordering::SeqCst) == 0 {
                return Err(Problem::from(Error::unavailable("a network")).into());
            }
            Ok(())
        }
    };
    let consumers = house.consumers().on(&AS_THEY_COME, echoing);
    house.consume(consumers, async || house.count("tiebeam_event").await >= 2).await;
    let ids = ids.lock().expect("no panic").clone();
    assert_eq!((ids.len(), ids[0]), (2, ids[1]));
    house.publish_all().await;
    let published = house.published(OPENED).await;
    let echo = published.iter().find(|message| message.id() == ids[0].to_string()).expect("it");
    let cause = echo.event().extension("causationid").and_then(|value| value.as_str());
    assert_eq!(cause, Some(published[0].id()));
    let correlation = |index: usize| published[index].event().extension("correlationid").cloned();
    assert_eq!(correlation(0), correlation(1));
}

async fn a_paused_consumer_fetches_nothing(house: &House) {
    published(house, 3).await;
    let consumers = house.consumers().on(&AS_THEY_COME, noted);
    let switch = consumers.switch();
    switch.pause();
    let looks = AtomicU64::new(0);
    let done = async || {
        match looks.fetch_add(1, Ordering::SeqCst) {
            0..50 => {}
            50 => {
                assert_eq!(house.count("seen").await, 0);
                switch.resume();
            }
            _ => return house.count("seen").await >= 3,
        }
        false
    };
    house.consume(consumers, done).await;
}
