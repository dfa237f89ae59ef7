//! Entity tags and preconditions (RFC 9110 §13).

use crate::ask::{ask, ask_of};
use crate::bodies::order_with;
use crate::shop::{Shop, server};

const ORDER: &str = "/v1/orders/00000000-0000-0000-0000-000000000001";
const ABSENT: &str = "/v1/orders/00000000-0000-0000-0000-0000000000ff";
const JSON: (&str, &str) = ("content-type", "application/json");

#[tokio::test]
async fn a_read_is_conditional_on_its_tag() {
    for (fields, status) in [
        (&[][..], 200),
        (&[("if-none-match", "\"7\"")], 304),
        (&[("if-none-match", "W/\"7\"")], 304),
        (&[("if-none-match", "\"6\", \"7\"")], 304),
        (&[("if-none-match", "\"6\""), ("if-none-match", "\"7\"")], 304),
        (&[("if-none-match", "*")], 304),
        (&[("if-none-match", "\"6\"")], 200),
        (&[("if-none-match", "7")], 200),
        (&[("if-match", "\"7\"")], 200),
        (&[("if-match", "*")], 200),
        (&[("if-match", "\"6\"")], 412),
        (&[("if-match", "W/\"7\"")], 412),
        // If-Match comes first, then If-None-Match (§13.2.2).
        (&[("if-match", "\"6\""), ("if-none-match", "\"7\"")], 412),
        (&[("if-match", "\"7\""), ("if-none-match", "\"7\"")], 304),
        (&[("if-match", "\"7\""), ("if-none-match", "\"6\"")], 200),
    ] {
        let told = ask(&format!("GET {ORDER}"), fields, "").await;
        assert_eq!(told.status, status, "{fields:?}: {told:?}");
        if status != 412 {
            assert_eq!(told.field("etag"), Some("\"7\""), "{fields:?}");
        }
        assert_eq!(told.text.is_empty(), status == 304, "{fields:?}");
    }
    let told =
        ask(&format!("GET {ABSENT}"), &[("if-match", "\"7\""), ("if-none-match", "*")], "").await;
    assert_eq!((told.status, told.code().as_str()), (404, "not-found"), "404 beats 412 and 304");
}

#[tokio::test]
async fn a_change_needs_the_current_tag() {
    let patch = r#"{"note":"new"}"#;
    for (path, fields, body, status, code) in [
        (ORDER, &[("if-match", "\"7\"")][..], patch, 200, ""),
        (ORDER, &[("if-match", "\"1\", \"7\"")], patch, 200, ""),
        (ORDER, &[("if-match", "*")], patch, 200, ""),
        (ORDER, &[("if-match", "\"8\"")], patch, 412, "precondition-failed"),
        (ORDER, &[("if-match", "W/\"7\"")], patch, 412, "precondition-failed"),
        (ORDER, &[], patch, 428, "precondition-required"),
        (ORDER, &[], r#"{"nope":1}"#, 400, "validation-failed"),
        (ORDER, &[("if-match", "7")], patch, 400, "validation-failed"),
        (ABSENT, &[("if-match", "\"8\"")], patch, 404, "not-found"),
    ] {
        let fields: Vec<_> = [JSON].iter().chain(fields).copied().collect();
        let told = ask(&format!("PATCH {path}"), &fields, body).await;
        assert_eq!((told.status, told.code().as_str()), (status, code), "{fields:?}: {told:?}");
        if status == 200 {
            assert_eq!(told.field("etag"), Some("\"8\""), "the tag of what it is now");
            assert_eq!(told.json()["note"], "new");
        }
    }
}

#[tokio::test]
async fn an_optional_precondition_holds_when_it_is_there() {
    for (fields, status) in [
        (&[][..], 204),
        (&[("if-match", "\"7\"")], 204),
        (&[("if-match", "\"8\"")], 412),
        (&[("if-match", "x")], 400),
    ] {
        let told = ask(&format!("DELETE {ORDER}"), fields, "").await;
        assert_eq!(told.status, status, "{fields:?}: {told:?}");
    }
}

#[tokio::test]
async fn a_condition_that_nobody_evaluates_does_not_let_a_change_happen() {
    for (tags, status) in [("\"7\"", 412), ("*", 200)] {
        assert_eq!(
            ask("POST /v1/exports", &[("if-match", tags)], "").await.status,
            status,
            "{tags}"
        );
    }
}

#[tokio::test]
async fn a_merge_patch_tells_absent_from_null() {
    let patched = [
        ("application/merge-patch+json", r#"{"note":null}"#),
        ("application/json", r#"{"status":"shipped"}"#),
    ];
    for (media_type, body) in patched {
        let told = ask(
            &format!("PATCH {ORDER}"),
            &[("content-type", media_type), ("if-match", "*")],
            body,
        )
        .await;
        assert_eq!(told.status, 200, "{told:?}");
        assert!(told.json().get("note").is_none(), "{told:?}");
    }
    let told =
        ask(&format!("PATCH {ORDER}"), &[JSON, ("if-match", "*")], r#"{"status":null}"#).await;
    assert_eq!(told.violations(), ["#/status: must be a string, not null"]);
}

#[tokio::test]
async fn a_change_under_if_none_match_does_not_happen() {
    let shop = Shop::default();
    let placed = shop.placed.clone();
    let fields = [JSON, ("idempotency-key", "k"), ("if-none-match", "*")];
    let told = ask_of(server::router(shop), "POST /v1/orders", &fields, order_with("")).await;
    assert_eq!((told.status, told.code().as_str()), (412, "precondition-failed"), "{told:?}");
    assert!(placed.lock().expect("no panic").is_empty());
    let fields = [JSON, ("if-match", "*"), ("if-none-match", "\"7\"")];
    let told = ask(&format!("PATCH {ORDER}"), &fields, r#"{"status":"shipped"}"#).await;
    assert_eq!((told.status, told.code().as_str()), (412, "precondition-failed"), "{told:?}");
}
