//! H1 to H7, in both modes and on every store.

use std::time::Duration;

use super::api::Asking;
use super::places::{Kind, Place};

on_every_store! {
    local {
        h1_concurrent_repetitions_have_one_effect
        h1_a_repetition_of_a_running_request_is_told_to_come_again
        h1_two_instances_have_one_effect
        h2_a_request_that_ends_early_leaves_nothing
        h3_another_payload_under_the_key_is_refused
        h4_another_principal_has_keys_of_its_own
        h5_after_expiry_it_is_executed_again
        h5_expired_answers_are_removed_in_small_batches
        h6_a_replay_adds_nothing
        h7_after_an_outage_nothing_is_stuck_and_nothing_was_done_twice
    }
}

on_every_store! {
    flow {
        h1_concurrent_repetitions_have_one_effect
        h1_a_repetition_of_a_running_request_is_told_to_come_again
        h1_two_instances_have_one_effect
        h3_another_payload_under_the_key_is_refused
        h4_another_principal_has_keys_of_its_own
        h5_after_expiry_it_is_executed_again
        h5_expired_answers_are_removed_in_small_batches
        h6_a_replay_adds_nothing
        h7_after_an_outage_nothing_is_stuck_and_nothing_was_done_twice
    }
}

async fn h1_concurrent_repetitions_have_one_effect(place: &Place) {
    let router = place.router();
    let asking = Asking::new("k", "a", "");
    let mut asked = tokio::task::JoinSet::new();
    for _ in 0..16 {
        let (router, asking) = (router.clone(), asking.clone());
        asked.spawn(async move { asking.ask(&router).await });
    }
    let told = asked.join_all().await;
    let answers: Vec<_> = told.iter().filter(|told| told.status == 201).collect();
    assert_eq!(answers.iter().filter(|told| !told.is_replayed()).count(), 1, "{told:#?}");
    for told in &told {
        match told.status {
            201 => assert_eq!(told.body, answers[0].body),
            _ => assert_eq!(told.code(), "request-in-progress", "{told:?}"),
        }
    }
    assert_eq!(place.app.notes.texts().await, ["a"]);
    assert_eq!(asking.ask(&router).await.brief(), (201, true));
}

async fn h1_a_repetition_of_a_running_request_is_told_to_come_again(place: &Place) {
    let router = place.router();
    let asking = Asking::new("k", "a", "wait");
    let first = tokio::spawn({
        let (router, asking) = (router.clone(), asking.clone());
        async move { asking.ask(&router).await }
    });
    place.app.entered.acquire().await.expect("it stays").forget();
    for _ in 0..3 {
        let told = asking.ask(&router).await;
        assert_eq!((told.status, &*told.code()), (409, "request-in-progress"));
        assert_eq!(told.field("retry-after"), Some("1"));
    }
    place.app.gate.add_permits(1);
    let first = first.await.expect("no panic");
    assert_eq!(first.brief(), (201, false));
    let again = asking.ask(&router).await;
    assert_eq!((again.brief(), &again.body), ((201, true), &first.body));
    assert_eq!(place.app.notes.texts().await, ["a"]);
}

async fn h1_two_instances_have_one_effect(place: &Place) {
    let routers = [place.router(), place.other_instance()];
    let mut asked = tokio::task::JoinSet::new();
    for number in 0..16 {
        let (router, asking) = (routers[number % 2].clone(), Asking::new("k", "a", ""));
        // A file that is held by the other instance for too long is a reason to come again, too.
        asked.spawn(async move {
            loop {
                let told = asking.ask_until_decided(&router).await;
                if told.status != 503 {
                    return told;
                }
            }
        });
    }
    let told = asked.join_all().await;
    for told in &told {
        assert_eq!((told.status, &told.body), (201, &told.body), "{told:?}");
    }
    assert!(told.iter().all(|other| other.body == told[0].body), "{told:#?}");
    assert_eq!(told.iter().filter(|told| !told.is_replayed()).count(), 1);
    assert_eq!(place.app.notes.texts().await, ["a"]);
}

async fn h2_a_request_that_ends_early_leaves_nothing(place: &Place) {
    let router = place.router();
    assert_eq!(Asking::new("panic", "a", "panic").ask(&router).await.status, 500);
    let hanging = Asking::new("hang", "b", "hang").with_field("tiebeam-timeout-ms", "20");
    assert_eq!(hanging.ask(&router).await.status, 504);
    let leaving = tokio::spawn({
        let router = router.clone();
        async move { Asking::new("leave", "c", "wait").ask(&router).await }
    });
    place.app.entered.acquire().await.expect("it stays").forget();
    leaving.abort();
    assert!(leaving.await.expect_err("it was aborted").is_cancelled());
    assert_eq!(place.app.notes.texts().await, Vec::<String>::new(), "nothing is left");
    for (key, text) in [("panic", "a"), ("hang", "b"), ("leave", "c")] {
        let told = Asking::new(key, text, "").ask_until_decided(&router).await;
        assert_eq!(told.brief(), (201, false), "{key}: {told:?}");
    }
    assert_eq!(place.app.notes.texts().await, ["a", "b", "c"]);
}

async fn h3_another_payload_under_the_key_is_refused(place: &Place) {
    let router = place.router();
    assert_eq!(Asking::new("k", "a", "").ask(&router).await.status, 201);
    let told = Asking::new("k", "b", "").ask(&router).await;
    assert_eq!((told.status, &*told.code()), (422, "idempotency-key-reused"));
    assert_eq!(place.app.notes.texts().await, ["a"]);
    assert_eq!(place.app.calls(), 1);
    let body = r#" { "then" : "", "text" : "\u0061" } "#.to_owned();
    let reordered = Asking { body, ..Asking::new("k", "", "") };
    assert_eq!(reordered.ask(&router).await.brief(), (201, true), "it says the same");
}

async fn h4_another_principal_has_keys_of_its_own(place: &Place) {
    let router = place.router();
    let asking = || Asking::new("k", "a", "");
    let callers = [
        asking(),
        asking().by("", None),
        asking().by("ada", None),
        asking().by("ada", Some("web")),
        asking().by("ada", Some("")),
        asking().by("bob", Some("web")),
        asking().by("", Some("web")),
    ];
    for is_replayed in [false, true] {
        for caller in &callers {
            let told = caller.ask(&router).await;
            assert_eq!(told.brief(), (201, is_replayed), "{caller:?}");
        }
    }
    assert_eq!(place.app.notes.texts().await.len(), callers.len());
}

async fn h5_after_expiry_it_is_executed_again(place: &Place) {
    let router = place.router();
    let asking = Asking::new("k", "a", "");
    let first = asking.ask(&router).await;
    place.clock.advance(Duration::from_hours(24) - Duration::from_micros(1));
    assert_eq!(asking.ask(&router).await.brief(), (201, true), "it is remembered for 24 hours");
    place.clock.advance(Duration::from_micros(1));
    let second = asking.ask_until_decided(&router).await;
    assert_eq!(second.brief(), (201, false));
    assert_ne!(first.body, second.body);
    let third = asking.ask(&router).await;
    assert_eq!((third.brief(), &third.body), ((201, true), &second.body));
    place.clock.advance(Duration::from_hours(24));
    assert_eq!(Asking::new("k", "b", "").ask_until_decided(&router).await.brief(), (201, false));
    assert_eq!(place.app.calls(), 3);
    let expected: &[&str] = match place.kind {
        Kind::Local => &["a", "a", "b"],
        // Whoever is called does not forget the key of the step.
        Kind::Flow => &["a"],
    };
    assert_eq!(place.app.notes.texts().await, expected);
}

async fn h5_expired_answers_are_removed_in_small_batches(place: &Place) {
    use tiebeam::clock::Clock as _;
    let router = place.router();
    let long = place.router_with_retention(Duration::from_hours(99));
    assert_eq!(Asking::new("long", "z", "").ask(&long).await.status, 201);
    for key in ["a", "b", "c", "d", "e"] {
        assert_eq!(Asking::new(key, key, "").ask(&router).await.status, 201);
    }
    let sweep =
        || async { place.store.sweep(place.clock.now(), 2).await.expect("it can be swept") };
    assert_eq!(sweep().await, 0, "nothing has expired");
    place.clock.advance(Duration::from_hours(24));
    assert_eq!([sweep().await, sweep().await, sweep().await, sweep().await], [2, 2, 1, 0]);
    assert_eq!(Asking::new("long", "z", "").ask(&router).await.brief(), (201, true));
}

async fn h6_a_replay_adds_nothing(place: &Place) {
    let router = place.router();
    let asking = Asking::new("k", "a", "");
    let first = asking.ask(&router).await;
    assert_eq!((place.app.calls(), place.app.commits()), (1, 1));
    for _ in 0..5 {
        let again = asking.ask(&router).await;
        assert_eq!(again.brief(), (201, true));
        assert_eq!(again.body, first.body);
    }
    assert_eq!((place.app.calls(), place.app.commits()), (1, 1), "neither run nor committed again");
    assert_eq!(place.app.notes.texts().await, ["a"]);
}

async fn h7_after_an_outage_nothing_is_stuck_and_nothing_was_done_twice(place: &Place) {
    let router = place.router();
    let keys = ["a", "b", "c", "d"];
    assert_eq!(Asking::new("a", "a", "").ask(&router).await.status, 201);
    for _ in 0..2 {
        place.cut().await;
        for key in keys {
            let told = Asking::new(key, key, "").ask(&router).await;
            assert_eq!((told.status, &*told.code()), (503, "unavailable"), "{key}: {told:?}");
            assert_eq!(told.field("retry-after"), Some("1"));
        }
        place.restore().await;
        for key in keys {
            let told = Asking::new(key, key, "").ask_until_decided(&router).await;
            assert_eq!(told.status, 201, "{key}: {told:?}");
        }
        assert_eq!(place.app.notes.texts().await, keys);
    }
}
