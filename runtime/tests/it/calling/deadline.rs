//! R3: a deadline is never exceeded by more than a tick.

use std::time::Duration;

use proptest::prelude::{ProptestConfig, Strategy, prop, prop_assert, proptest};
use proptest::sample::select;
use tiebeam::clock::Clock as _;
use tiebeam::testkit::{Reaction, Script};
use tiebeam::{Client, Context};

use super::{READ, call_in, ok, script};

/// What time is measured in.
const TICK: Duration = Duration::from_millis(1);

async fn call_within(
    script: &Script,
    client: &Client,
    left: Duration,
) -> Result<serde_json::Value, tiebeam::Problem> {
    let context = Context::new().with_deadline(script.clock().instant() + left);
    script.clock().drive(call_in(client, &READ, &context)).await
}

fn reaction() -> impl Strategy<Value = Reaction> {
    let ends = select(vec![
        ok(),
        Reaction::refuse(),
        Reaction::break_off(),
        Reaction::hang(),
        Reaction::status(502),
        Reaction::status(429).with_header("retry-after", "1"),
        Reaction::status(503).with_header("retry-after", "Thu, 01 Jan 2026 00:00:01 GMT"),
        Reaction::status(404),
    ]);
    (ends, 0_u64..2_500).prop_map(|(end, delay)| end.after(Duration::from_millis(delay)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn r3_a_deadline_is_never_exceeded(
        reactions in prop::collection::vec(reaction(), 3..4),
        left in 0_u64..8_000,
        seed in 0_u64..u64::MAX,
    ) {
        let script = script(reactions);
        let client = Client::of_script(&script).with_seed(seed);
        let left = Duration::from_millis(left);
        let deadline = script.clock().instant() + left;
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        let result = runtime.block_on(call_within(&script, &client, left));
        prop_assert!(script.clock().elapsed() <= left + TICK, "{result:?}");
        for asked in script.asked() {
            prop_assert!(asked.at < deadline, "an attempt began too late");
            let told = asked.header("tiebeam-timeout-ms").and_then(|told| told.parse().ok());
            let told = Duration::from_millis(told.expect("it is told"));
            // Less than a tick is told as one: zero would say that nobody waits.
            let latest = deadline.max(asked.at + TICK);
            prop_assert!(asked.at + told <= latest && told <= READ.timeout(), "{told:?}");
        }
    }
}

#[tokio::test]
async fn an_attempt_gets_the_smaller_of_the_timeout_and_what_remains() {
    for (left, first, second) in
        [(5_000, 2_000, Some(2_000)), (2_500, 2_000, Some(500)), (1_500, 1_500, None)]
    {
        let script = script([Reaction::hang()]);
        let client = Client::of_script(&script).with_seed(3);
        let problem = call_within(&script, &client, Duration::from_millis(left)).await;
        assert!(problem.expect_err("it hangs").is_timeout());
        let told: Vec<u64> = script
            .asked()
            .iter()
            .filter_map(|asked| asked.header("tiebeam-timeout-ms")?.parse().ok())
            .collect();
        assert_eq!(told[0], first);
        // What remains is less than what there was by the wait.
        assert!(
            told.get(1).copied() <= second && told.get(1).is_some() == second.is_some(),
            "{told:?}"
        );
    }
}

#[tokio::test]
async fn a_wait_that_would_end_after_the_deadline_is_not_begun() {
    let script = script([Reaction::status(503).with_header("retry-after", "2"), ok()]);
    let client = Client::of_script(&script);
    let problem = call_within(&script, &client, Duration::from_secs(2)).await;
    assert_eq!(problem.expect_err("it is overloaded").retry_after(), Some(2));
    assert_eq!((script.count(), script.clock().elapsed()), (1, Duration::ZERO));
    assert_eq!(client.state().retries_left, 10, "and costs nothing");
}

#[tokio::test]
async fn who_has_no_time_left_does_not_ask() {
    let script = script([ok()]);
    let problem = call_within(&script, &Client::of_script(&script), Duration::ZERO).await;
    assert_eq!(problem.expect_err("it is too late").code(), "gateway-timeout");
    assert_eq!(script.count(), 0);
}
