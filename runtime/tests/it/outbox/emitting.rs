//! What is emitted is committed with everything else, or not at all.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tiebeam::bus::Position;
use tiebeam::problem::own;
use tiebeam::{Context, Problem, Work};

use super::house::{House, OPENED, Opened, Opening};

on_both_stores! {
    what_is_undone_is_not_published
    what_must_be_emitted_is
    an_event_that_breaks_its_schema_undoes_the_work
    i2_numbers_of_a_key_have_no_gap_and_go_with_the_commits
    i5_opposite_orders_of_keys_do_not_deadlock
    work_that_runs_again_emits_once
    an_event_says_where_it_comes_from
}

async fn what_is_undone_is_not_published(house: &House) {
    house.open(&["front"]).await.expect("it opens");
    let failing = |work: Work<Opening>| async move {
        work.emit(&Opened { door: "back".to_owned(), count: 1 })?;
        Err::<(), _>(own::IDEMPOTENCY_KEY_REUSED.problem())
    };
    house.units.run(&Context::new(), failing).await.expect_err("it is refused");
    assert_eq!(house.publish_all().await, 1);
    let published = house.published(OPENED).await;
    assert_eq!(published.len(), 1);
    assert_eq!(published[0].key(), Some("front"));
    assert_eq!((house.count("tiebeam_outbox").await, house.count("tiebeam_event").await), (0, 1));
}

async fn what_must_be_emitted_is(house: &House) {
    let silent = |work: Work<Opening>| async move {
        let sql = "INSERT INTO door (name, opened) VALUES ('front', 1)";
        work.transaction().execute(sql, &[]).await?;
        Ok::<_, Problem>(())
    };
    let problem = house.units.run(&Context::new(), silent).await.expect_err("it said nothing");
    assert_eq!(problem.status(), 500);
    assert_eq!(problem.cause(), Some("house.Opened 1.0.0 must be emitted, and was not"));
    assert_eq!(house.count("door").await, 0, "nothing is kept");
}

async fn an_event_that_breaks_its_schema_undoes_the_work(house: &House) {
    let problem = house.open(&["front", ""]).await.expect_err("a door has a name");
    assert_eq!(problem.status(), 500);
    assert_eq!((house.count("door").await, house.count("tiebeam_event").await), (0, 0));
}

async fn i2_numbers_of_a_key_have_no_gap_and_go_with_the_commits(house: &House) {
    let house = Arc::new(house);
    let doors = ["a", "b", "c"];
    let work = (0..60).map(|number| {
        let house = Arc::clone(&house);
        async move {
            // In one order: rows of the business that are locked in circles are not the outbox's affair.
            let mut two = [doors[number % 3], doors[(number + 1) % 3]];
            two.sort_unstable();
            house.open(&two).await.expect("it opens");
        }
    });
    futures_joined(work).await;
    house.publish_all().await;
    let published = house.published(OPENED).await;
    assert_eq!(published.len(), 120);
    for door in doors {
        let of_door = published.iter().filter(|message| message.key() == Some(door));
        let found: Vec<_> = of_door
            .map(|message| {
                let event: Opened = message.event().read().expect("it is read");
                (message.position().expect("a position"), event.count)
            })
            .collect();
        // The count was made in the transaction, under the lock on the row of the door.
        let expected: Vec<_> = (1..=40)
            .map(|sequence| (Position { epoch: 1, sequence }, sequence.cast_signed()))
            .collect();
        assert_eq!(found, expected, "{door}");
    }
}

async fn i5_opposite_orders_of_keys_do_not_deadlock(house: &House) {
    // Only events: rows of business tables that are locked in opposite orders are the handler's affair.
    let emit = |doors: [&'static str; 2]| async move {
        let work = |work: Work<Opening>| async move {
            for door in doors {
                work.emit(&Opened { door: door.to_owned(), count: 0 })?;
            }
            Ok::<_, Problem>(())
        };
        house.units.run(&Context::new(), work).await.expect("no deadlock");
    };
    let work = (0..100).map(|number| emit(if number % 2 == 0 { ["a", "b"] } else { ["b", "a"] }));
    futures_joined(work).await;
    assert_eq!(house.publish_all().await, 200);
}

async fn work_that_runs_again_emits_once(house: &House) {
    let runs = AtomicUsize::new(0);
    let runs = &runs;
    let disturbed = |work: Work<Opening>| async move {
        work.emit(&Opened { door: "front".to_owned(), count: 1 })?;
        if runs.fetch_add(1, Ordering::SeqCst) == 0 {
            return Err(Problem::from(tiebeam::store::Error::conflict("somebody else")));
        }
        Ok(())
    };
    house.units.run(&Context::new(), disturbed).await.expect("the second time");
    assert_eq!((runs.load(Ordering::SeqCst), house.publish_all().await), (2, 1));
}

async fn an_event_says_where_it_comes_from(house: &House) {
    let context = Context::new().with_correlation_id("c-1");
    let work = |work: Work<Opening>| async move {
        work.emit(&Opened { door: "front".to_owned(), count: 1 })
    };
    let id = house.units.run(&context, work).await.expect("it is emitted");
    house.publish_all().await;
    let published = house.published(OPENED).await;
    let event = published[0].event();
    assert_eq!((event.id(), event.source()), (id.to_string().as_str(), "/house"));
    assert_eq!(event.subject(), Some("front"));
    let text = |name| event.extension(name).and_then(|value| value.as_str());
    assert_eq!(text("correlationid"), Some("c-1"));
    assert_eq!(text("sequence"), Some("00000000000000000001"));
    assert_eq!(event.time(), Some(tiebeam::clock::Clock::now(&house.clock)));
}

/// Does everything at once, in one task.
async fn futures_joined(work: impl Iterator<Item = impl Future<Output = ()>>) {
    let mut work: Vec<_> = work.map(Box::pin).collect();
    std::future::poll_fn(|context| {
        work.retain_mut(|future| future.as_mut().poll(context).is_pending());
        if work.is_empty() { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
}
