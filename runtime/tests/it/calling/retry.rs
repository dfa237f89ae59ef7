//! What is tried again, and when.

use std::time::Duration;

use tiebeam::operation::{Method, Operation, Retry};
use tiebeam::testkit::Reaction;
use tiebeam::{Client, Context};

use super::{ACT, ACT_KEYED, ACT_OPTIONAL, READ, READ_ONCE, call_in, ok, played, script};

/// How many attempts a call needs when the first meets this.
async fn attempts(operation: &'static Operation, first: Reaction) -> usize {
    let script = script([first, ok()]);
    let result = played(&script, operation).await;
    assert_eq!(result.is_ok(), script.count() == 2, "{result:?}");
    script.count()
}

#[tokio::test]
async fn what_passes_is_tried_again_where_that_is_safe() {
    let still_running = || Reaction::status(409).with_header("retry-after", "1");
    // The reaction; attempts of a read, of an act under a key, of an act without one.
    for (reaction, read, keyed, unsafely) in [
        (Reaction::refuse(), 2, 2, 2),
        (Reaction::break_off(), 2, 2, 1),
        (Reaction::hang(), 2, 2, 1),
        (Reaction::status(408), 2, 2, 2),
        (Reaction::status(429), 2, 2, 2),
        (Reaction::status(502), 2, 2, 1),
        (Reaction::status(503), 2, 2, 1),
        (Reaction::status(504), 2, 2, 1),
        (still_running(), 1, 2, 1),
        (Reaction::status(400), 1, 1, 1),
        (Reaction::status(404), 1, 1, 1),
        (Reaction::status(409), 1, 1, 1),
        (Reaction::status(500), 1, 1, 1),
        (Reaction::status(501), 1, 1, 1),
        (Reaction::json(200, "{"), 1, 1, 1),
    ] {
        for (operation, expected) in
            [(&READ, read), (&ACT_KEYED, keyed), (&ACT_OPTIONAL, keyed), (&ACT, unsafely)]
        {
            let found = attempts(operation, reaction.clone()).await;
            let (idempotency, method) = (operation.idempotency_policy(), operation.method());
            assert_eq!(found, expected, "{method:?} {idempotency:?} {reaction:?}");
        }
    }
}

#[tokio::test]
async fn attempts_end_with_the_policy_and_the_last_answer_is_returned() {
    for (operation, client, expected) in
        [(&READ, None, 3), (&READ_ONCE, None, 1), (&READ, Some(()), 1)]
    {
        let script = script([Reaction::status(502), Reaction::status(504), Reaction::status(503)]);
        let called = Client::of_script(&script);
        let called = if client.is_some() { called.without_retries() } else { called };
        let context = Context::new();
        let result = script.clock().drive(call_in(&called, operation, &context)).await;
        assert_eq!(script.count(), expected);
        let last = [502, 504, 503][expected - 1];
        assert_eq!(result.expect_err("it fails").status(), last);
    }
}

#[tokio::test]
async fn the_wait_is_drawn_below_a_bound_that_doubles() {
    for seed in 0..50 {
        let script = script([Reaction::status(502)]);
        let client = Client::of_script(&script).with_seed(seed);
        let context = Context::new();
        let result = script.clock().drive(call_in(&client, &READ, &context)).await;
        result.expect_err("it fails");
        let times: Vec<_> = script.asked().iter().map(|asked| asked.at).collect();
        for (index, bound) in [100, 200].into_iter().enumerate() {
            let wait = times[index + 1] - times[index];
            assert!(wait <= Duration::from_millis(bound), "seed {seed}: {wait:?} of {bound}");
        }
    }
}

#[tokio::test]
async fn a_server_is_never_asked_again_earlier_than_it_said() {
    static PATIENT: Operation = super::operation(Method::Get).retry(Retry {
        attempts: 2,
        base_millis: 10,
        cap_millis: 10,
        budget_percent: 20,
    });
    // The clock starts at 2026-01-01T00:00:00Z, a Thursday.
    for (status, value, seconds) in [
        (503, "7", 7),
        (429, "2", 2),
        (502, "3", 3),
        (503, "Thu, 01 Jan 2026 00:00:05 GMT", 5),
        (429, "Thursday, 01-Jan-26 00:00:05 GMT", 5),
        (503, "Wed, 31 Dec 2025 23:59:59 GMT", 0),
        (503, "soon", 0),
    ] {
        let script = script([Reaction::status(status).with_header("retry-after", value), ok()]);
        played(&script, &PATIENT).await.expect("it works the second time");
        let asked = script.asked();
        let (wait, least) = (asked[1].at - asked[0].at, Duration::from_secs(seconds));
        assert!(wait >= least && wait <= least + Duration::from_millis(10), "{value}: {wait:?}");
    }
}

#[tokio::test]
async fn a_wait_beyond_what_a_call_can_bear_is_left_to_the_caller() {
    let script =
        script([Reaction::status(503).with_header("retry-after", "Thu, 01 Jan 2026 00:00:31 GMT")]);
    let problem = played(&script, &READ).await.expect_err("it is overloaded");
    assert_eq!((script.count(), script.clock().elapsed()), (1, Duration::ZERO));
    assert_eq!((problem.status(), problem.retry_after()), (503, Some(31)), "in seconds");
}
