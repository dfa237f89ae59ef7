//! Which answers are remembered, and how they are given again.

use super::api::Asking;
use super::places::{Kind, Place};

on_every_store! {
    local {
        an_answer_is_given_again_byte_for_byte
        a_refusal_of_the_business_is_remembered_without_its_effects
        what_did_not_come_to_a_decision_is_not_remembered
        a_request_without_a_key_is_answered_each_time
        an_answer_that_cannot_be_remembered_is_undone
    }
}

on_every_store! {
    flow {
        an_answer_is_given_again_byte_for_byte
        a_refusal_of_the_business_is_remembered_without_its_effects
        what_did_not_come_to_a_decision_is_not_remembered
        a_request_without_a_key_is_answered_each_time
    }
}

async fn an_answer_is_given_again_byte_for_byte(place: &Place) {
    let router = place.router();
    let asking = Asking::new("k", "ä \"quoted\"", "");
    let first = asking.clone().with_field("x-correlation-id", "one").ask(&router).await;
    let again = asking.with_field("x-correlation-id", "two").ask(&router).await;
    assert_eq!((first.status, first.is_replayed()), (201, false));
    assert_eq!((again.status, again.is_replayed()), (201, true));
    assert_eq!(again.body, first.body);
    for name in ["content-type", "location", "etag", "x-note"] {
        assert!(first.field(name).is_some(), "{name}: {first:?}");
        assert_eq!(again.field(name), first.field(name), "{name}");
    }
    assert_eq!(first.field("x-correlation-id"), Some("one"));
    assert_eq!(again.field("x-correlation-id"), Some("two"), "each request has its own");
    assert_eq!(again.fields.len(), first.fields.len() + 1, "nothing but the marker is new");
}

async fn a_refusal_of_the_business_is_remembered_without_its_effects(place: &Place) {
    let router = place.router();
    let asking = Asking::new("k", "a", "be refused");
    let first = asking.ask(&router).await;
    assert_eq!((first.status, &*first.code()), (409, "sold-out"));
    let again = asking.ask(&router).await;
    assert_eq!((again.brief(), &again.body), ((409, true), &first.body));
    assert_eq!(again.field("cache-control"), first.field("cache-control"));
    assert_eq!(again.field("content-type"), Some("application/problem+json"));
    assert_eq!(Asking::new("k", "b", "").ask(&router).await.status, 422, "the key is used up");
    assert_eq!((place.app.calls(), place.app.commits()), (1, 0));
    assert_eq!(place.app.notes.texts().await, Vec::<String>::new());
}

async fn what_did_not_come_to_a_decision_is_not_remembered(place: &Place) {
    let router = place.router();
    let fields = &[("content-encoding", "identity")][..];
    let mut cases = vec![
        ("a", "be suspended", fields, 403),
        ("b", "be down", fields, 503),
        ("c", "panic", fields, 500),
    ];
    // Elsewhere a change that its caller does not wait for runs to its end, and keeps its key until then.
    if place.kind == Kind::Local {
        cases.push(("d", "hang", &[("tiebeam-timeout-ms", "20")], 504));
    }
    let count = cases.len();
    for (key, then, fields, status) in cases {
        for _ in 0..2 {
            let mut asking = Asking::new(key, key, then);
            for (name, value) in fields {
                asking = asking.with_field(name, value);
            }
            let told = asking.ask_until_decided(&router).await;
            assert_eq!(told.brief(), (status, false), "{then}: {told:?}");
        }
    }
    assert_eq!(place.app.calls(), 2 * count, "each was tried again");
    let body = r#"{"txt":"e"}"#.to_owned();
    let invalid = Asking { body, ..Asking::new("e", "", "") };
    assert_eq!(invalid.ask(&router).await.brief(), (400, false));
    assert_eq!(place.app.notes.texts().await, Vec::<String>::new());
    for key in ["a", "b", "c", "d", "e"] {
        let told = Asking::new(key, key, "").ask_until_decided(&router).await;
        assert_eq!(told.brief(), (201, false), "{key}");
    }
    assert_eq!(place.app.notes.texts().await, ["a", "b", "c", "d", "e"]);
}

async fn a_request_without_a_key_is_answered_each_time(place: &Place) {
    let router = place.router();
    let mut asking = Asking::new("", "a", "");
    asking.key = None;
    let (one, other) = (asking.ask(&router).await, asking.ask(&router).await);
    assert_eq!((one.brief(), other.brief()), ((201, false), (201, false)));
    assert_ne!(one.body, other.body);
    assert_eq!(place.app.notes.texts().await, Vec::<String>::new(), "it had no transaction");
}

async fn an_answer_that_cannot_be_remembered_is_undone(place: &Place) {
    let router = place.router_with_max_answer(100);
    let large = Asking::new("k", &"x".repeat(100), "");
    assert_eq!(large.ask(&router).await.brief(), (500, false));
    assert_eq!(place.app.notes.texts().await, Vec::<String>::new());
    assert_eq!(Asking::new("k", "x", "").ask_until_decided(&router).await.brief(), (201, false));
    assert_eq!(place.app.notes.texts().await, ["x"]);
}
