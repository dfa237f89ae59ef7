//! What a hostile or careless caller sends, and what proxies between it and the server would make of it.

use tiebeam::{Cursor, Page, Problem, Router, Server};

use crate::ask::{ask, ask_of};
use crate::bodies::order_with;
use crate::shop::meta::API;
use crate::shop::operations::list_orders;
use crate::shop::types::Order;
use crate::shop::{Shop, server};

/// What a URI may hold (RFC 3986), and `%` for what it may not.
fn is_uri(text: &str) -> bool {
    text.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte))
}

#[tokio::test]
async fn a_field_that_says_what_the_body_is_may_not_say_two_things() {
    let json = ("content-type", "application/json");
    for (fields, status) in [
        (&[json][..], 201),
        (&[json, ("content-type", "text/plain")], 415),
        (&[json, json], 415),
        (&[json, ("content-encoding", "identity")], 201),
        (&[json, ("content-encoding", "identity"), ("content-encoding", "gzip")], 415),
        (&[json, ("content-encoding", "gzip, identity")], 415),
    ] {
        let fields = [&[("idempotency-key", "k")], fields].concat();
        let told = ask("POST /v1/orders", &fields, order_with("")).await;
        assert_eq!(told.status, status, "{fields:?}: {told:?}");
    }
}

#[tokio::test]
async fn a_segment_that_a_proxy_would_take_out_of_the_path_is_refused() {
    for region in [".", "..", "%2e", "%2E%2e", ".%2e"] {
        let told = ask(&format!("GET /v1/regions/{region}/orders"), &[], "").await;
        assert_eq!(told.violations(), ["path region: cannot stand in a path"], "{region}");
    }
    for region in ["...", ".a", "a..", "%2e.."] {
        let told = ask(&format!("GET /v1/regions/{region}/orders"), &[], "").await;
        assert_eq!(told.status, 200, "{region}: {told:?}");
    }
}

#[tokio::test]
async fn a_link_to_a_path_that_is_no_uri_is_one_and_leads_on() {
    let router = server::router(Shop::default());
    let first = ask_of(router.clone(), "GET /v1/regions/{a}\"|^é/orders?limit=1", &[], "").await;
    let link = first.field("link").expect("there is another page, and it is ASCII");
    let target = link.strip_prefix('<').and_then(|link| link.split_once('>')).expect("a target").0;
    assert!(is_uri(target), "{target}");
    let second = ask_of(router, &format!("GET {target}"), &[], "").await;
    assert_eq!(second.status, 200, "{target}: {second:?}");
}

#[tokio::test]
async fn the_instance_of_a_problem_is_a_uri() {
    for path in ["/nowhere/{a}\"|^é[]", "/nowhere/%7Ba%7D", "/nowhere/%zz"] {
        let told = ask(&format!("GET {path}"), &[], "").await;
        let instance = told.json()["instance"].as_str().unwrap_or_default().to_owned();
        assert!(instance.starts_with("/nowhere/") && is_uri(&instance), "{path}: {instance}");
    }
}

/// A list whose next page begins at a position of so many letters.
fn list_with_position(length: usize) -> Router {
    Server::new(&API, ())
        .serve(&list_orders::OPERATION, move |_, _, _: list_orders::Request| {
            let next = Cursor::new("x".repeat(length));
            std::future::ready(Ok::<_, Problem>(Page::<Order>::followed(Vec::new(), next)))
        })
        .into_router()
}

#[tokio::test]
async fn a_cursor_that_would_not_be_taken_is_not_given_out() {
    for (length, status) in [(1_000, 200), (1_520, 200), (1_521, 500), (10_000, 500)] {
        let router = list_with_position(length);
        let told = ask_of(router.clone(), "GET /v1/regions/eu/orders", &[], "").await;
        assert_eq!(told.status, status, "{length}");
        if status == 200 {
            let cursor = told.json()["nextCursor"].as_str().unwrap_or_default().to_owned();
            let target = format!("GET /v1/regions/eu/orders?cursor={cursor}");
            assert_eq!(ask_of(router, &target, &[], "").await.status, 200, "{length}");
        }
    }
}
