//! When a target is not called: its breaker is open, or too many calls are under way.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tiebeam::clock::Clock as _;
use tiebeam::testkit::{ManualClock, Reaction, Script};
use tiebeam::{Client, Context, Upstream, breaker, bulkhead};
use tokio::task::JoinSet;

use super::{READ, READ_ONCE, call, call_in, ok};

/// A server that can be switched off and on, and calls at it that are not tried again.
struct Target {
    script: Script,
    client: Client,
    is_down: Arc<AtomicBool>,
}

impl Target {
    fn new(failing: Reaction) -> Self {
        let is_down = Arc::new(AtomicBool::new(true));
        let looks = Arc::clone(&is_down);
        let script = Script::new(&ManualClock::new(), move |_| {
            if looks.load(Ordering::Relaxed) { failing.clone() } else { ok() }
        });
        Self { client: Client::of_script(&script), script, is_down }
    }

    /// Never answers; its client remembers calls long enough to see twenty of them time out one after the other.
    fn silent() -> Self {
        let target = Self::new(Reaction::hang());
        let policy =
            breaker::Policy { window: Duration::from_mins(10), ..breaker::Policy::default() };
        Self { client: target.client.with_breaker(policy), ..target }
    }

    async fn fail(&self, times: usize) {
        for _ in 0..times {
            let called = self.script.clock().drive(call(&self.client, &READ_ONCE)).await;
            called.expect_err("it is down");
        }
    }

    fn state(&self) -> breaker::State {
        self.client.state().breaker
    }
}

#[tokio::test]
async fn a_breaker_opens_when_the_target_does_not_work_and_not_when_it_refuses() {
    for (failing, expected) in [
        (Reaction::refuse(), breaker::State::Open),
        (Reaction::break_off(), breaker::State::Open),
        (Reaction::status(502), breaker::State::Open),
        (Reaction::status(503), breaker::State::Open),
        (Reaction::status(504), breaker::State::Open),
        (Reaction::status(400), breaker::State::Closed),
        (Reaction::status(404), breaker::State::Closed),
        (Reaction::status(429), breaker::State::Closed),
        (Reaction::status(500), breaker::State::Closed),
        (Reaction::json(200, "{"), breaker::State::Closed),
    ] {
        let target = Target::new(failing.clone());
        target.fail(19).await;
        assert_eq!(target.state(), breaker::State::Closed, "{failing:?}");
        target.fail(1).await;
        assert_eq!(target.state(), expected, "{failing:?}");
    }
}

#[tokio::test]
async fn an_open_breaker_answers_for_the_target_at_once() {
    let target = Target::new(Reaction::refuse());
    target.fail(20).await;
    target.script.clock().advance(Duration::from_millis(1_500));
    for operation in [&READ, &READ_ONCE] {
        let problem = call(&target.client, operation).await.expect_err("it is open");
        assert_eq!((problem.status(), problem.code()), (503, "circuit-open"));
        assert_eq!(problem.retry_after(), Some(4), "what is left of five seconds, rounded up");
        let hidden = Err::<(), _>(problem).upstream().expect_err("it is an error");
        assert_eq!((hidden.code(), hidden.retry_after()), ("unavailable", Some(4)));
    }
    assert_eq!(target.script.count(), 20);
}

#[tokio::test]
async fn one_call_probes_and_closes_the_breaker() {
    let target = Target::new(Reaction::refuse());
    target.fail(20).await;
    target.script.clock().advance(Duration::from_secs(5));
    assert_eq!(target.state(), breaker::State::HalfOpen);
    target.fail(1).await;
    assert_eq!((target.state(), target.script.count()), (breaker::State::Open, 21));

    target.script.clock().advance(Duration::from_secs(5));
    target.is_down.store(false, Ordering::Relaxed);
    assert_eq!(call(&target.client, &READ_ONCE).await.expect("it is up"), "done");
    assert_eq!((target.state(), target.script.count()), (breaker::State::Closed, 22));
}

#[tokio::test]
async fn of_many_calls_one_probes() {
    let is_down = Arc::new(AtomicBool::new(true));
    let looks = Arc::clone(&is_down);
    let script = Script::new(&ManualClock::new(), move |_| {
        let reaction = if looks.load(Ordering::Relaxed) { Reaction::refuse() } else { ok() };
        reaction.after(Duration::from_millis(100))
    });
    let clock = script.clock();
    let client = Client::of_script(&script);
    for _ in 0..20 {
        clock.drive(call(&client, &READ_ONCE)).await.expect_err("it is down");
    }
    clock.advance(Duration::from_secs(10));
    is_down.store(false, Ordering::Relaxed);
    let mut calls = JoinSet::new();
    for _ in 0..10 {
        let client = client.clone();
        calls.spawn(async move {
            call(&client, &READ_ONCE).await.map_err(|error| error.code().to_owned())
        });
    }
    let ends = clock.drive(calls.join_all()).await;
    assert_eq!(script.count(), 21);
    assert_eq!(ends.iter().filter(|end| end.is_ok()).count(), 1);
    let refused = ends.iter().filter(|end| end.as_ref().is_err_and(|code| code == "circuit-open"));
    assert_eq!(refused.count(), 9);
}

#[tokio::test]
async fn a_probe_whose_caller_goes_away_does_not_block_the_next() {
    let target = Target::silent();
    target.fail(20).await;
    target.script.clock().advance(Duration::from_secs(5));
    let probe = tokio::spawn({
        let client = target.client.clone();
        async move { call(&client, &READ_ONCE).await }
    });
    while target.script.count() == 20 {
        tokio::task::yield_now().await;
    }
    assert_eq!(
        call(&target.client, &READ_ONCE).await.expect_err("one only").code(),
        "circuit-open"
    );
    probe.abort();
    assert!(probe.await.expect_err("it is aborted").is_cancelled());
    target.is_down.store(false, Ordering::Relaxed);
    assert_eq!(call(&target.client, &READ_ONCE).await.expect("it is up"), "done");
}

#[tokio::test]
async fn a_breaker_that_opens_between_attempts_leaves_the_last_answer() {
    let target = Target::new(Reaction::status(502));
    target.fail(19).await;
    let called = target.script.clock().drive(call(&target.client, &READ)).await;
    assert_eq!(called.expect_err("it is down").status(), 502, "what the server said");
    assert_eq!((target.script.count(), target.state()), (20, breaker::State::Open));
}

#[tokio::test]
async fn callers_in_a_hurry_do_not_open_the_breaker() {
    for (hurry, expected) in [(900, breaker::State::Closed), (1_100, breaker::State::Open)] {
        let target = Target::silent();
        let clock = target.script.clock();
        for _ in 0..20 {
            let deadline = clock.instant() + Duration::from_millis(hurry);
            let context = Context::new().with_deadline(deadline);
            let called = clock.drive(call_in(&target.client, &READ_ONCE, &context)).await;
            called.expect_err("it hangs");
        }
        assert_eq!(target.state(), expected, "{hurry} of 2000 ms");
    }
}

#[tokio::test]
async fn a_bulkhead_bounds_the_calls_in_flight_and_the_queue() {
    let script = Script::new(&ManualClock::new(), |_| ok().after(Duration::from_millis(300)));
    let clock = script.clock();
    let policy =
        bulkhead::Policy { in_flight: 2, waiting: 3, patience: Duration::from_millis(500) };
    let client = Client::of_script(&script).with_bulkhead(policy);
    let mut calls = JoinSet::new();
    for _ in 0..8 {
        let (client, clock) = (client.clone(), clock.clone());
        calls.spawn(async move {
            let end = call(&client, &READ).await;
            (
                clock.elapsed().as_millis(),
                end.map_err(|error| (error.status(), error.code().to_owned())),
            )
        });
    }
    let mut ends = clock
        .drive(async {
            // As soon as all have begun, two are under way and three wait.
            while client.state().waiting < 3 {
                tokio::task::yield_now().await;
            }
            assert_eq!((client.state().in_flight, script.count()), (2, 2));
            calls.join_all().await
        })
        .await;
    ends.sort_by_key(|(time, end)| (*time, end.is_ok()));
    let full = || Err((503, "too-many-calls".to_owned()));
    let done = || Ok(serde_json::Value::from("done"));
    let expected = [
        (0, full()),
        (0, full()),
        (0, full()),
        (300, done()),
        (300, done()),
        (500, full()),
        (600, done()),
        (600, done()),
    ];
    assert_eq!(ends, expected);
    let state = client.state();
    assert_eq!((state.in_flight, state.waiting, state.breaker), (0, 0, breaker::State::Closed));
}

#[tokio::test]
async fn who_waits_between_attempts_takes_no_place() {
    let script = Script::new(&ManualClock::new(), |asked| match asked.number {
        1 => Reaction::status(503).with_header("retry-after", "5"),
        _ => ok(),
    });
    let policy = bulkhead::Policy { in_flight: 1, waiting: 0, ..bulkhead::Policy::default() };
    let client = Client::of_script(&script).with_bulkhead(policy);
    let retried = tokio::spawn({
        let client = client.clone();
        async move { call(&client, &READ).await }
    });
    while script.clock().sleepers() == 0 {
        tokio::task::yield_now().await;
    }
    assert_eq!(client.state().in_flight, 0);
    assert_eq!(call(&client, &READ).await.expect("there is room"), "done");
    script.clock().drive(retried).await.expect("no panic").expect("it works in the end");
}
