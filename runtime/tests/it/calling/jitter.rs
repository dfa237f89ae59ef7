//! R2: no synchronized retry spikes.

use std::time::Duration;

use tiebeam::Client;
use tiebeam::operation::{Method, Operation, Retry};
use tiebeam::testkit::{ManualClock, Reaction, Script};
use tokio::task::JoinSet;

use super::{call, ok};

/// One retry, within a second.
static SPREAD: Operation = super::operation(Method::Get).retry(Retry {
    attempts: 2,
    base_millis: 1_000,
    cap_millis: 1_000,
    budget_percent: 100,
});

const CLIENTS: usize = 1_000;
const SEED: u64 = 20_261_122;

/// When the retries of clients that failed together arrive, in milliseconds after the failure.
async fn arrivals(first: Reaction) -> Vec<u128> {
    let clock = ManualClock::new();
    let script = Script::new(&clock, move |asked| {
        if asked.header("tiebeam-attempt").is_some() { ok() } else { first.clone() }
    });
    let mut calls = JoinSet::new();
    for index in 0..CLIENTS {
        let client = Client::of_script(&script).with_seed(SEED + index as u64);
        calls.spawn(async move { call(&client, &SPREAD).await });
    }
    for end in clock.drive(calls.join_all()).await {
        end.expect("it works the second time");
    }
    let asked = script.asked();
    let retries = asked.iter().filter(|asked| asked.header("tiebeam-attempt").is_some());
    retries.map(|retry| (retry.at - asked[0].at).as_millis()).collect()
}

#[tokio::test]
async fn r2_clients_that_failed_together_do_not_come_back_together() {
    for (first, earliest) in [
        (Reaction::status(502), 0),
        (Reaction::refuse(), 0),
        (Reaction::status(503).with_header("retry-after", "2"), 2_000),
        (Reaction::status(429).with_header("retry-after", "Thu, 01 Jan 2026 00:00:05 GMT"), 5_000),
    ] {
        let arrivals = arrivals(first.clone()).await;
        assert_eq!(arrivals.len(), CLIENTS);
        let mut tenths = [0_usize; 10];
        for arrival in &arrivals {
            assert!((earliest..=earliest + 1_000).contains(arrival), "{first:?}: {arrival}");
            let tenth = usize::try_from((arrival - earliest) / 100).expect("few");
            tenths[tenth.min(9)] += 1;
        }
        // A tenth of the second gets a tenth of the clients: 100, with a standard deviation of 9.5.
        let is_even = tenths.iter().all(|count| (60..=140).contains(count));
        assert!(is_even, "seed {SEED}, {first:?}: {tenths:?}");
        let mut sorted = arrivals;
        sorted.sort_unstable();
        let most = sorted.chunk_by(|one, other| one == other).map(<[u128]>::len).max();
        assert!(most <= Some(10), "seed {SEED}, {first:?}: {most:?} in one millisecond");
    }
}

#[tokio::test]
async fn clients_without_a_seed_differ_from_each_other() {
    let clock = ManualClock::new();
    let script = Script::new(&clock, |asked| {
        if asked.header("tiebeam-attempt").is_some() { ok() } else { Reaction::status(502) }
    });
    let mut calls = JoinSet::new();
    for _ in 0..50 {
        let client = Client::of_script(&script);
        calls.spawn(async move { call(&client, &SPREAD).await });
    }
    for end in clock.drive(calls.join_all()).await {
        end.expect("it works the second time");
    }
    let mut times: Vec<_> = script.asked().iter().skip(50).map(|retry| retry.at).collect();
    times.dedup();
    assert!(times.len() > 40 && clock.elapsed() > Duration::from_millis(500), "{times:?}");
}
