//! What is the same in all attempts of a call, and what differs.

use std::collections::BTreeSet;
use std::time::Duration;

use tiebeam::clock::Clock as _;
use tiebeam::operation::Operation;
use tiebeam::testkit::Reaction;
use tiebeam::{Client, Context, IdempotencyKey, Problem};

use super::{ACT, ACT_KEYED, ACT_OPTIONAL, ACT_OPTIONAL_ONCE, Ask, call_in, ok, played, script};

/// The keys of all attempts of two calls that each need three.
async fn keys(operation: &'static Operation, key: Option<&str>) -> Vec<Option<String>> {
    let failing = || Reaction::status(429);
    let script = script([failing(), failing(), ok(), failing(), failing(), ok()]);
    let client = Client::of_script(&script);
    let request = Ask(key.map(|key| key.parse().expect("a key")));
    for _ in 0..2 {
        let context = Context::new();
        let called = client.call::<_, serde_json::Value, Problem>(&context, operation, &request);
        // Without a policy the first attempt fails; the keys are what matters.
        let _ = script.clock().drive(called).await;
    }
    script.asked().iter().map(|asked| asked.header("idempotency-key").map(str::to_owned)).collect()
}

#[tokio::test]
async fn the_key_is_the_same_in_all_attempts_of_a_call() {
    let given = Some("\"k-1\"".to_owned());
    assert_eq!(keys(&ACT_KEYED, Some("k-1")).await, vec![given.clone(); 6]);
    assert_eq!(keys(&ACT_OPTIONAL, Some("k-1")).await, vec![given; 6]);

    let made = keys(&ACT_OPTIONAL, None).await;
    assert_eq!(made.len(), 6);
    for (index, key) in made.iter().enumerate() {
        let key = key.as_ref().expect("one is made");
        key.parse::<IdempotencyKey>().expect("it is a key, in quotes");
        assert_eq!(made[index / 3 * 3].as_ref(), Some(key), "{made:?}");
    }
    assert_ne!(made[0], made[3], "another call is another key");
}

#[tokio::test]
async fn no_key_is_made_where_nothing_is_tried_again() {
    assert_eq!(keys(&ACT_OPTIONAL_ONCE, None).await, [None, None]);
    assert_eq!(keys(&ACT, None).await, vec![None; 6]);
}

#[tokio::test]
async fn each_attempt_is_a_span_of_its_own_and_says_its_number() {
    let script = script([Reaction::status(429), Reaction::status(429), ok()]);
    let client = Client::of_script(&script);
    let context = Context::new().with_correlation_id("c-1");
    script.clock().drive(call_in(&client, &ACT, &context)).await.expect("it works in the end");
    let asked = script.asked();
    let field =
        |name: &'static str| asked.iter().map(move |asked| asked.header(name).map(str::to_owned));
    let numbers: Vec<_> = field("tiebeam-attempt").collect();
    assert_eq!(numbers, [None, Some("2".to_owned()), Some("3".to_owned())]);
    assert!(field("x-correlation-id").all(|id| id.as_deref() == Some("c-1")));
    let parents: Vec<_> = field("traceparent").flatten().collect();
    let trace = format!("00-{:032x}-", context.trace().trace_id());
    assert!(parents.iter().all(|parent| parent.starts_with(&trace)), "{parents:?}");
    assert_eq!(parents.iter().collect::<BTreeSet<_>>().len(), 3, "{parents:?}");
}

#[tokio::test]
async fn the_time_that_is_left_is_told_anew_in_each_attempt() {
    let slow = || Reaction::status(429).after(Duration::from_millis(700));
    let script = script([slow(), slow(), ok()]);
    let client = Client::of_script(&script);
    let deadline = script.clock().instant() + Duration::from_millis(2_500);
    let context = Context::new().with_deadline(deadline);
    script.clock().drive(call_in(&client, &ACT, &context)).await.expect("it works in the end");
    for asked in script.asked() {
        let told: u128 =
            asked.header("tiebeam-timeout-ms").expect("it is told").parse().expect("a number");
        let left = (deadline - asked.at).as_millis();
        assert_eq!(told, left.min(2_000), "attempt {}", asked.number);
    }
    assert_eq!(played(&script, &ACT).await.expect("it works"), "done");
}
