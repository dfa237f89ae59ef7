//! R1: attempts at a dead target ≤ (1 + budget) × offered load.

use std::time::Duration;

use tiebeam::clock::Clock as _;
use tiebeam::testkit::{ManualClock, Reaction, Script};
use tiebeam::{Client, breaker};
use tokio::task::JoinSet;

use super::{READ, call};

/// Retries that each window of ten seconds has free.
const FLOOR: usize = 10;

/// Offers so many calls a second, each on its own, for so many seconds.
async fn offer(client: &Client, clock: &ManualClock, rate: u64, seconds: u64) -> usize {
    let start = clock.instant();
    let mut calls = JoinSet::new();
    for index in 0..rate * seconds {
        let at = start + Duration::from_micros(index * 1_000_000 / rate);
        let (client, clock) = (client.clone(), clock.clone());
        calls.spawn(async move {
            clock.sleep_until(at).await;
            call(&client, &READ).await.expect_err("it is dead");
        });
    }
    clock.drive(calls.join_all()).await;
    usize::try_from(rate * seconds).expect("few")
}

#[tokio::test]
async fn r1_attempts_at_a_dead_target_are_bounded_by_the_budget() {
    for (reaction, rate, seconds) in [
        (Reaction::refuse(), 1, 60),
        (Reaction::refuse(), 50, 40),
        (Reaction::status(503), 50, 40),
        (Reaction::hang(), 50, 20),
    ] {
        let clock = ManualClock::new();
        let dead = reaction.clone();
        let script = Script::new(&clock, move |_| dead.clone());
        let client = Client::of_script(&script).without_breaker().with_seed(1);
        let offered = offer(&client, &clock, rate, seconds).await;
        let windows = usize::try_from(clock.elapsed().as_secs()).expect("few") / 10 + 1;
        let attempts = script.count();
        assert!(
            attempts <= offered * 120 / 100 + windows * FLOOR,
            "{reaction:?}: {attempts} of {offered}"
        );
        assert!(attempts > offered, "{reaction:?}: {attempts} of {offered}: some are retries");
    }
}

#[tokio::test]
async fn with_a_breaker_a_dead_target_is_hardly_asked_at_all() {
    let clock = ManualClock::new();
    let script = Script::new(&clock, |_| Reaction::refuse());
    let client = Client::of_script(&script).with_seed(1);
    let offered = offer(&client, &clock, 50, 40).await;
    let attempts = script.count();
    // Twenty until it opens and who was under way by then; a probe every five seconds.
    assert!(attempts <= offered / 20, "{attempts} of {offered}");
    assert_ne!(client.state().breaker, breaker::State::Closed);
}

#[tokio::test]
async fn a_budget_that_is_used_up_returns_the_last_answer_at_once() {
    let clock = ManualClock::new();
    let script = Script::new(&clock, |_| Reaction::status(502));
    let client = Client::of_script(&script).without_breaker().with_seed(1);
    while client.state().retries_left > 0 {
        clock.drive(call(&client, &READ)).await.expect_err("it is dead");
    }
    let (count, elapsed) = (script.count(), clock.elapsed());
    let problem = clock.drive(call(&client, &READ)).await.expect_err("it is dead");
    assert_eq!((script.count(), clock.elapsed()), (count + 1, elapsed));
    assert_eq!(problem.status(), 502);
}
