//! What becomes of a run that is paused, or whose process dies: its lease runs out, and not before.
//!
//! A process that is paused is one whose clock stands still; one that died is one that stays paused.

use std::sync::Arc;
use std::time::Duration;

use tiebeam::Router;
use tiebeam::clock::Clock as _;
use tiebeam::testkit::ManualClock;
use tokio::task::JoinHandle;

use super::api::{Answered, App, Asking, router};
use super::places::Place;

on_every_store! {
    flow {
        h2_a_request_whose_process_died_is_run_again_when_the_lease_has_run_out
        h2_a_run_that_was_paused_and_taken_over_cannot_overwrite
        h2_a_run_that_was_taken_over_by_one_that_runs_has_no_answer
        h2_an_undecided_run_that_was_taken_over_does_not_free_the_key
        h2_a_run_that_hangs_loses_its_key
        h3_another_payload_is_refused_when_the_lease_has_run_out
        h5_a_request_that_was_never_answered_is_forgotten
        a_slow_run_keeps_its_key
        clocks_that_differ_by_seconds_take_nothing_over
    }
}

const LEASE: Duration = Duration::from_secs(30);
const TICK: Duration = Duration::from_micros(1);

/// A process of its own on the same store: its implementation, its clock, its routes.
struct Process {
    app: Arc<App>,
    clock: ManualClock,
    router: Router,
}

impl Process {
    fn start(place: &Place) -> Self {
        let (app, clock) = (App::new(place.app.notes.clone()), ManualClock::new());
        let router = router(&app, place.other_flow(&clock));
        Self { app, clock, router }
    }

    /// Starts a request and waits until its implementation waits.
    async fn begin(&self, asking: &Asking) -> JoinHandle<Answered> {
        let (router, asking) = (self.router.clone(), asking.clone());
        let running = tokio::spawn(async move { asking.ask(&router).await });
        self.app.entered.acquire().await.expect("it stays").forget();
        running
    }

    /// Lets the request go on and answers what its caller got.
    async fn end(&self, running: JoinHandle<Answered>) -> Answered {
        self.app.gate.add_permits(1);
        running.await.expect("no panic")
    }

    /// Lets time pass, and waits until its lease is renewed.
    async fn advance(&self, time: Duration) {
        while self.clock.sleepers() == 0 {
            tokio::task::yield_now().await;
        }
        self.clock.advance(time);
        while self.clock.sleepers() == 0 {
            tokio::task::yield_now().await;
        }
    }
}

async fn h2_a_request_whose_process_died_is_run_again_when_the_lease_has_run_out(place: &Place) {
    let (dead, alive) = (Process::start(place), Process::start(place));
    let asking = Asking::new("k", "a", "wait");
    let _unanswered = dead.begin(&asking).await;
    assert_eq!(dead.app.commits(), 1, "it had its effect");
    for time in [Duration::ZERO, LEASE.saturating_sub(TICK)] {
        alive.clock.advance(time);
        let told = asking.ask(&alive.router).await;
        assert_eq!((told.status, &*told.code()), (409, "request-in-progress"), "{told:?}");
        assert_eq!(told.field("retry-after"), Some("1"));
    }
    alive.clock.advance(TICK);
    let running = alive.begin(&asking).await;
    let told = alive.end(running).await;
    assert_eq!(told.brief(), (201, false));
    let again = asking.ask(&alive.router).await;
    assert_eq!((again.brief(), again.body), ((201, true), told.body));
    assert_eq!((alive.app.calls(), alive.app.commits()), (1, 0), "its step was done before");
    assert_eq!(place.app.notes.texts().await, ["a"]);
}

async fn h2_a_run_that_was_paused_and_taken_over_cannot_overwrite(place: &Place) {
    let (paused, other) = (Process::start(place), Process::start(place));
    let asking = Asking::new("k", "a", "wait");
    let zombie = paused.begin(&asking).await;
    other.clock.advance(LEASE);
    let running = other.begin(&asking).await;
    let told = other.end(running).await;
    assert_eq!(told.brief(), (201, false));
    let late = paused.end(zombie).await;
    assert_eq!((late.brief(), &late.body), ((201, true), &told.body), "there is one answer");
    for process in [&paused, &other] {
        let again = asking.ask(&process.router).await;
        assert_eq!((again.brief(), &again.body), ((201, true), &told.body));
    }
    assert_eq!(place.app.notes.texts().await, ["a"]);
}

async fn h2_a_run_that_was_taken_over_by_one_that_runs_has_no_answer(place: &Place) {
    let (paused, other) = (Process::start(place), Process::start(place));
    let asking = Asking::new("k", "a", "wait");
    let zombie = paused.begin(&asking).await;
    other.clock.advance(LEASE);
    let running = other.begin(&asking).await;
    let late = paused.end(zombie).await;
    assert_eq!((late.status, &*late.code()), (409, "request-in-progress"), "{late:?}");
    let told = other.end(running).await;
    assert_eq!(told.brief(), (201, false));
    assert_eq!(asking.ask(&paused.router).await.body, told.body);
}

async fn h2_an_undecided_run_that_was_taken_over_does_not_free_the_key(place: &Place) {
    let (paused, other) = (Process::start(place), Process::start(place));
    let asking = Asking::new("k", "a", "wait and be down");
    let zombie = paused.begin(&asking).await;
    other.clock.advance(LEASE);
    let running = other.begin(&asking).await;
    assert_eq!(paused.end(zombie).await.status, 503);
    assert_eq!(asking.ask(&other.router).await.status, 409, "the other still holds it");
    assert_eq!(other.end(running).await.status, 503);
    let running = other.begin(&asking).await;
    assert_eq!(other.end(running).await.status, 503, "it is free");
}

async fn h2_a_run_that_hangs_loses_its_key(place: &Place) {
    let hanging = Process::start(place);
    let flow = place.other_flow(&hanging.clock).longest_run(2 * LEASE);
    let hanging = Process { router: router(&hanging.app, flow), ..hanging };
    let other = Process::start(place);
    let asking = Asking::new("k", "a", "wait");
    let _unanswered = hanging.begin(&asking).await;
    for _ in 0..5 {
        hanging.advance(LEASE / 3).await;
        other.clock.advance(LEASE / 3);
        assert_eq!(asking.ask(&other.router).await.status, 409);
    }
    // From now on it is too long, and nobody renews the lease any more.
    hanging.clock.advance(LEASE / 3);
    other.clock.advance(LEASE / 3);
    assert_eq!(asking.ask(&other.router).await.status, 409);
    other.clock.advance(LEASE);
    let running = other.begin(&asking).await;
    assert_eq!(other.end(running).await.brief(), (201, false));
}

async fn h3_another_payload_is_refused_when_the_lease_has_run_out(place: &Place) {
    let (dead, alive) = (Process::start(place), Process::start(place));
    let _unanswered = dead.begin(&Asking::new("k", "a", "wait")).await;
    for time in [Duration::ZERO, LEASE, Duration::from_hours(23)] {
        alive.clock.advance(time);
        let told = Asking::new("k", "b", "").ask(&alive.router).await;
        assert_eq!((told.status, &*told.code()), (422, "idempotency-key-reused"), "{time:?}");
    }
    assert_eq!(place.app.notes.texts().await, ["a"]);
}

async fn h5_a_request_that_was_never_answered_is_forgotten(place: &Place) {
    let (dead, alive) = (Process::start(place), Process::start(place));
    for key in ["k", "l", "m"] {
        let _unanswered = dead.begin(&Asking::new(key, key, "wait")).await;
    }
    let sweep = || async { place.store.sweep(alive.clock.now(), 2).await.expect("it is swept") };
    alive.clock.advance(Duration::from_hours(24).saturating_sub(TICK));
    assert_eq!(sweep().await, 0);
    assert_eq!(Asking::new("k", "b", "").ask(&alive.router).await.status, 422);
    alive.clock.advance(TICK);
    assert_eq!(Asking::new("k", "b", "").ask(&alive.router).await.brief(), (201, false));
    assert_eq!(sweep().await, 2, "the one that was run meanwhile is known");
    assert_eq!(sweep().await, 0);
    assert_eq!(Asking::new("l", "b", "").ask(&alive.router).await.brief(), (201, false));
}

async fn a_slow_run_keeps_its_key(place: &Place) {
    let (slow, other) = (Process::start(place), Process::start(place));
    let asking = Asking::new("k", "a", "wait");
    let running = slow.begin(&asking).await;
    for _ in 0..12 {
        slow.advance(LEASE / 3).await;
        other.clock.advance(LEASE / 3);
        assert_eq!(asking.ask(&other.router).await.status, 409, "{:?}", other.clock);
    }
    let told = slow.end(running).await;
    assert_eq!(told.brief(), (201, false));
    assert_eq!(asking.ask(&other.router).await.body, told.body);
    assert_eq!((slow.app.calls(), other.app.calls()), (1, 0));
}

async fn clocks_that_differ_by_seconds_take_nothing_over(place: &Place) {
    let (slow, ahead, behind) =
        (Process::start(place), Process::start(place), Process::start(place));
    let difference = Duration::from_secs(9);
    slow.clock.advance(difference);
    ahead.clock.advance(2 * difference);
    let asking = Asking::new("k", "a", "wait");
    let running = slow.begin(&asking).await;
    for _ in 0..6 {
        // The last moment before the lease is renewed.
        for process in [&ahead, &behind] {
            process.clock.advance((LEASE / 3).saturating_sub(TICK));
            assert_eq!(asking.ask(&process.router).await.status, 409, "{:?}", process.clock);
            process.clock.advance(TICK);
        }
        slow.advance(LEASE / 3).await;
    }
    assert_eq!(slow.end(running).await.brief(), (201, false));
    for process in [&ahead, &behind] {
        assert_eq!(asking.ask(&process.router).await.brief(), (201, true));
        assert_eq!(process.app.calls(), 0);
    }
}
