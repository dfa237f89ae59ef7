//! What holds where a request holds its key by a lease: its end, and those who wait for it.

use std::time::Duration;

use tiebeam::Router;
use tokio::task::JoinHandle;

use super::api::{Answered, Asking, router};
use super::places::Place;

on_every_store! {
    flow {
        h1_a_repetition_is_told_the_end_of_a_run_of_its_process
        h1_a_repetition_finds_the_end_of_a_run_of_another_process
        h1_a_repetition_waits_for_a_bounded_time
        h2_a_caller_that_goes_away_finds_the_answer_when_it_comes_again
        h2_a_caller_that_stops_waiting_finds_the_answer_when_it_comes_again
        h3_another_payload_under_the_key_of_a_running_request_is_refused
        h7_an_answer_that_cannot_be_written_is_written_later
        what_did_not_come_to_a_decision_frees_the_key_at_once
        an_answer_that_cannot_be_remembered_frees_the_key
    }
}

/// Longest wait for the end of another run, where there is one.
const PATIENCE: Duration = Duration::from_secs(5);

fn ask(router: &Router, asking: &Asking) -> JoinHandle<Answered> {
    let (router, asking) = (router.clone(), asking.clone());
    tokio::spawn(async move { asking.ask(&router).await })
}

/// Starts a request and waits until its implementation waits.
async fn begin(place: &Place, router: &Router, asking: &Asking) -> JoinHandle<Answered> {
    let running = ask(router, asking);
    place.app.entered.acquire().await.expect("it stays").forget();
    running
}

/// Waits until so many wait for the clock.
async fn until_sleeping(place: &Place, count: usize) {
    while place.clock.sleepers() < count {
        tokio::task::yield_now().await;
    }
}

async fn h1_a_repetition_is_told_the_end_of_a_run_of_its_process(place: &Place) {
    let router = router(&place.app, place.as_flow().patience(PATIENCE));
    let asking = Asking::new("k", "a", "wait");
    let first = begin(place, &router, &asking).await;
    let repetition = ask(&router, &asking);
    // One renews the lease; the other would give up at some time.
    until_sleeping(place, 2).await;
    place.app.gate.add_permits(1);
    let first = first.await.expect("no panic");
    assert_eq!(first.brief(), (201, false));
    let told = repetition.await.expect("no panic");
    assert_eq!((told.brief(), &told.body), ((201, true), &first.body));
    assert_eq!(place.clock.elapsed(), Duration::ZERO, "it was told at once");
    assert_eq!((place.app.calls(), place.app.commits()), (1, 1));
}

async fn h1_a_repetition_finds_the_end_of_a_run_of_another_process(place: &Place) {
    let asking = Asking::new("k", "a", "wait");
    let first = begin(place, &place.router(), &asking).await;
    let other = router(&place.app, place.other_flow(&place.clock).patience(PATIENCE));
    let repetition = ask(&other, &asking);
    for _ in 0..3 {
        until_sleeping(place, 2).await;
        assert!(place.clock.advance_to_next().is_some_and(|time| time < Duration::from_secs(1)));
    }
    until_sleeping(place, 2).await;
    assert!(!repetition.is_finished());
    place.app.gate.add_permits(1);
    let first = first.await.expect("no panic");
    let told = driven(place, repetition, 1).await;
    assert_eq!((told.brief(), &told.body), ((201, true), &first.body));
    assert_eq!((place.app.calls(), place.app.commits()), (1, 1));
}

/// Lets time pass until a request is answered, whenever so many wait for the clock.
async fn driven(place: &Place, asked: JoinHandle<Answered>, count: usize) -> Answered {
    while !asked.is_finished() {
        if place.clock.sleepers() >= count {
            place.clock.advance_to_next();
        }
        tokio::task::yield_now().await;
    }
    asked.await.expect("no panic")
}

async fn h1_a_repetition_waits_for_a_bounded_time(place: &Place) {
    let asking = Asking::new("k", "a", "wait");
    let patient = router(&place.app, place.as_flow().patience(PATIENCE));
    let first = begin(place, &patient, &asking).await;
    let elsewhere = router(&place.app, place.other_flow(&place.clock).patience(PATIENCE));
    for router in [&patient, &elsewhere] {
        let since = place.clock.elapsed();
        let repetition = ask(router, &asking);
        until_sleeping(place, 2).await;
        let told = driven(place, repetition, 2).await;
        assert_eq!((told.status, &*told.code()), (409, "request-in-progress"));
        assert_eq!(told.field("retry-after"), Some("1"));
        let waited = place.clock.elapsed().saturating_sub(since);
        assert!(waited >= PATIENCE && waited < 4 * PATIENCE, "{waited:?}");
    }
    place.app.gate.add_permits(1);
    assert_eq!(first.await.expect("no panic").brief(), (201, false));
}

async fn h2_a_caller_that_goes_away_finds_the_answer_when_it_comes_again(place: &Place) {
    let router = place.router();
    let asking = Asking::new("k", "a", "wait");
    let leaving = begin(place, &router, &asking).await;
    leaving.abort();
    assert!(leaving.await.expect_err("it was aborted").is_cancelled());
    assert_eq!(asking.ask(&router).await.status, 409, "it goes on");
    place.app.gate.add_permits(1);
    assert_eq!(asking.ask_until_decided(&router).await.brief(), (201, true));
    assert_eq!((place.app.calls(), place.app.commits()), (1, 1));
}

async fn h2_a_caller_that_stops_waiting_finds_the_answer_when_it_comes_again(place: &Place) {
    let router = place.router();
    let asking = Asking::new("k", "a", "wait");
    let told = asking.clone().with_field("tiebeam-timeout-ms", "50").ask(&router).await;
    assert_eq!((told.status, &*told.code()), (504, "gateway-timeout"));
    place.app.gate.add_permits(1);
    let told = asking.ask_until_decided(&router).await;
    assert_eq!(told.brief(), (201, true), "{told:?}");
    assert_eq!((place.app.calls(), place.app.commits()), (1, 1));
}

async fn h3_another_payload_under_the_key_of_a_running_request_is_refused(place: &Place) {
    let router = router(&place.app, place.as_flow().patience(PATIENCE));
    let first = begin(place, &router, &Asking::new("k", "a", "wait")).await;
    let told = Asking::new("k", "b", "wait").ask(&router).await;
    assert_eq!((told.status, &*told.code()), (422, "idempotency-key-reused"));
    place.app.gate.add_permits(1);
    assert_eq!(first.await.expect("no panic").brief(), (201, false));
    assert_eq!(place.app.notes.texts().await, ["a"]);
}

async fn h7_an_answer_that_cannot_be_written_is_written_later(place: &Place) {
    let router = place.router();
    let asking = Asking::new("k", "a", "wait");
    let first = begin(place, &router, &asking).await;
    place.cut().await;
    place.app.gate.add_permits(1);
    let told = first.await.expect("no panic");
    assert_eq!((told.status, &*told.code()), (503, "unavailable"), "{told:?}");
    place.restore().await;
    // One tries to write the answer, and one renews the lease.
    until_sleeping(place, 2).await;
    let told = loop {
        if place.clock.sleepers() >= 2 {
            place.clock.advance_to_next();
        }
        let told = asking.ask(&router).await;
        if told.status != 409 {
            break told;
        }
        tokio::task::yield_now().await;
    };
    assert_eq!(told.brief(), (201, true), "{told:?}");
    assert_eq!((place.app.calls(), place.app.commits()), (1, 1));
}

async fn what_did_not_come_to_a_decision_frees_the_key_at_once(place: &Place) {
    let router = place.router();
    for (then, status) in [("be suspended", 403), ("be down", 503), ("panic", 500)] {
        for _ in 0..2 {
            assert_eq!(Asking::new("k", then, then).ask(&router).await.brief(), (status, false));
        }
    }
    assert_eq!(Asking::new("k", "a", "").ask(&router).await.brief(), (201, false));
    assert_eq!(place.app.calls(), 7);
}

async fn an_answer_that_cannot_be_remembered_frees_the_key(place: &Place) {
    let router = place.router_with_max_answer(100);
    let large = Asking::new("k", &"x".repeat(100), "");
    for calls in 1..=2 {
        assert_eq!(large.ask(&router).await.brief(), (500, false));
        assert_eq!((place.app.calls(), place.app.commits()), (calls, 1), "its step was done once");
    }
}
