//! The generated client against the generated server, over sockets and in memory.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use axum::response::IntoResponse;
use http::StatusCode;
use tiebeam::types::{Decimal, Uuid};
use tiebeam::{
    Context, IdempotencyKey, IfMatch, PageRequest, Patch, Problem, Router, Upstream, serve,
};

use crate::shop::errors::OutOfStock;
use crate::shop::operations::{
    cancel_order, change_order, export_orders, get_order, list_orders, place_order,
};
use crate::shop::types::{
    CardPayment, OrderId, OrderLine, OrderPatch, OrderStatus, Payment, PlaceOrder, Quantity, Sku,
};
use crate::shop::{Client, OrderProcess, Shop, server};

const EXISTING: OrderId = OrderId(Uuid::from_u128(1));
const STRANGE: OrderId = OrderId(Uuid::from_u128(2));

fn order(note: Option<&str>) -> place_order::Request {
    let line = OrderLine {
        sku: Sku("ABC-1234".to_owned()),
        quantity: Quantity(2),
        unit_price: Decimal::new(999, 2),
    };
    let body = PlaceOrder {
        customer_id: Uuid::from_u128(9),
        lines: vec![line],
        payment: Payment::Card(CardPayment { card_token: "tok".to_owned() }),
        note: note.map(str::to_owned),
        gift_message: None,
        delivery_hint: Patch::Null,
        priority: 1,
        labels: Some(BTreeMap::from([("a/b".to_owned(), "c".to_owned())])),
        more: None,
    };
    place_order::Request { idempotency_key: IdempotencyKey::fresh(), body }
}

/// Everything that the contract promises, whoever implements it.
async fn check_contract(api: &impl OrderProcess) {
    let context = Context::new();
    let placed = api.place_order(&context, order(Some("hello"))).await.expect("it is placed");
    assert_eq!((placed.id, placed.note.as_deref()), (EXISTING, Some("hello")));
    assert_eq!(
        api.place_order(&context, order(Some("none"))).await,
        Err(place_order::Error::OutOfStock(OutOfStock { sku: Sku("ABC-0001".to_owned()) }))
    );
    assert_eq!(
        api.place_order(&context, order(Some("poor"))).await,
        Err(place_order::Error::PaymentDeclined)
    );

    let strange = api
        .get_order(&context, get_order::Request { order_id: STRANGE })
        .await
        .expect("it is there");
    assert_eq!(strange.status, OrderStatus::Unknown("lost".to_owned()));
    let Payment::Unknown(payload) = &strange.payment else {
        panic!("it is of no known kind: {strange:?}")
    };
    assert_eq!(payload["goods"][0]["n"], 2);
    let absent = get_order::Request { order_id: OrderId(Uuid::from_u128(255)) };
    assert_eq!(api.get_order(&context, absent).await, Err(get_order::Error::NotFound));

    let mut page = PageRequest { limit: 1, cursor: None };
    let mut orders = Vec::new();
    loop {
        let request = list_orders::Request {
            region: "a/b %".to_owned(),
            customer_id: None,
            status: vec![OrderStatus::Placed, OrderStatus::Shipped],
            minimum: 0,
            x_channel: Some("web".to_owned()),
            page: page.clone(),
        };
        let found = api.list_orders(&context, request).await.expect("a page");
        let next = page.after(&found);
        orders.extend(found.items);
        match next {
            Some(next) => page = next,
            None => break,
        }
    }
    assert_eq!(orders.iter().map(|order| order.id).collect::<Vec<_>>(), [EXISTING, STRANGE]);

    let change = |tags| change_order::Request {
        id: EXISTING,
        if_match: tags,
        body: OrderPatch {
            status: Some(OrderStatus::Confirmed),
            note: Patch::Value("new".to_owned()),
        },
    };
    let tags = IfMatch::version(&7).expect("a scalar");
    let changed = api.change_order(&context, change(tags.clone())).await.expect("it is changed");
    assert_eq!(
        (changed.status, changed.note.as_deref(), changed.revision),
        (OrderStatus::Confirmed, Some("new"), 8)
    );
    let refused = api.change_order(&context, change(tags)).await.expect_err("the tag is old");
    assert!(refused.is_conflict(), "{refused:?}");

    let export = |status| api.export_orders(&context, export_orders::Request { status });
    match export(None).await.expect("an export") {
        export_orders::Response::Ok { body, x_total_count, x_note } => {
            assert_eq!((body.len(), x_total_count, x_note.as_deref()), (2, 2, Some("all")));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(
        export(Some(OrderStatus::Placed)).await,
        Ok(export_orders::Response::Accepted("later".to_owned()))
    );
    assert_eq!(export(Some(OrderStatus::Shipped)).await, Ok(export_orders::Response::NoContent));

    let cancel = cancel_order::Request {
        id: EXISTING,
        idempotency_key: Some(IdempotencyKey::fresh()),
        if_match: None,
    };
    assert_eq!(api.cancel_order(&context, cancel.clone()).await, Ok(()));
    assert!(api.cancel_order(&context, cancel).await.expect_err("it is gone").is_not_found());
}

#[tokio::test]
async fn the_implementation_keeps_the_contract() {
    check_contract(&Arc::new(Shop::default())).await;
}

#[tokio::test]
async fn a_client_in_memory_keeps_the_contract() {
    check_contract(&Client::new(tiebeam::Client::of_router(server::router(Shop::default())))).await;
}

#[tokio::test]
async fn a_client_over_sockets_keeps_the_contract() {
    let serving = serve(server::router(Shop::default()), "127.0.0.1:0").await.expect("a free port");
    check_contract(&Client::new(tiebeam::Client::new(&serving.url()).expect("a base URL"))).await;
    serving.stop().await.expect("it stops");
}

#[tokio::test]
async fn a_client_below_a_prefix_keeps_the_contract() {
    let router = Router::new().nest("/shop", server::router(Shop::default()));
    let serving = serve(router, "127.0.0.1:0").await.expect("a free port");
    let url = format!("{}/shop/", serving.url());
    check_contract(&Client::new(tiebeam::Client::new(&url).expect("a base URL"))).await;
}

async fn get_from(router: Router) -> Problem {
    let client = Client::new(tiebeam::Client::of_router(router).with_max_response(1_000));
    let error = client.get_order(&Context::new(), get_order::Request { order_id: EXISTING }).await;
    match error.expect_err("it does not answer well") {
        get_order::Error::Other(problem) => problem,
        get_order::Error::NotFound => panic!("nobody said so"),
    }
}

fn answering(status: u16, media_type: &'static str, body: impl Into<String>) -> Router {
    let status = StatusCode::from_u16(status).expect("a status");
    let body = body.into();
    Router::new().fallback(move || async move {
        (status, [("content-type", media_type)], body).into_response()
    })
}

#[tokio::test]
async fn a_server_that_answers_badly_is_a_bad_gateway() {
    let large = "x".repeat(1_001);
    for (status, media_type, body, code, uri) in [
        (200, "application/json", "{}", "bad-gateway", ""),
        (200, "application/json", "<html>", "bad-gateway", ""),
        (200, "application/json", large.as_str(), "bad-gateway", ""),
        (204, "application/json", "", "bad-gateway", ""),
        (302, "text/html", "", "bad-gateway", ""),
        (404, "text/html", "<html>", "bad-gateway", ""),
        (404, "application/problem+json", "<html>", "bad-gateway", ""),
        (503, "text/html", "", "unavailable", ""),
        (504, "text/html", "", "gateway-timeout", ""),
        (
            418,
            "application/problem+json; charset=utf-8",
            r#"{"title":7,"status":200}"#,
            "",
            "about:blank",
        ),
    ] {
        let problem = get_from(answering(status, media_type, body)).await;
        assert_eq!(problem.code(), code, "{status} {body:.20}: {problem:?}");
        if !uri.is_empty() {
            assert_eq!((problem.uri(), problem.status()), (uri, status));
        }
    }
}

#[tokio::test]
async fn a_reader_tolerates_what_it_does_not_know() {
    let body = r#"{"id":"00000000-0000-0000-0000-000000000001","status":"new","payment":{"method":"new","x":1.5},"revision":7.0,"more":{}}"#;
    let client = Client::new(tiebeam::Client::of_router(answering(200, "application/json", body)));
    let order = client
        .get_order(&Context::new(), get_order::Request { order_id: EXISTING })
        .await
        .expect("it is read");
    assert_eq!((order.status, order.revision), (OrderStatus::Unknown("new".to_owned()), 7));
    let written = serde_json::to_value(&order.payment).expect("it can be written");
    assert_eq!(written, serde_json::json!({"method": "new", "x": 1.5}));
}

#[tokio::test]
async fn a_server_that_is_not_there_is_unavailable() {
    let serving = serve(Router::new(), "127.0.0.1:0").await.expect("a free port");
    let url = serving.url();
    serving.stop().await.expect("it stops");
    let client = Client::new(tiebeam::Client::new(&url).expect("a base URL"));
    let result = client.get_order(&Context::new(), get_order::Request { order_id: EXISTING }).await;
    let problem = result.upstream().expect_err("nobody answers");
    assert_eq!((problem.status(), problem.code()), (503, "unavailable"), "{problem:?}");
}

#[tokio::test(start_paused = true)]
async fn patience_ends_with_the_policy_or_the_deadline() {
    let hangs = || Router::new().fallback(std::future::pending::<StatusCode>);
    let problem = get_from(hangs()).await;
    assert!(problem.is_timeout(), "{problem:?}");
    let client =
        Client::new(tiebeam::Client::of_router(hangs()).with_timeout(Duration::from_millis(5)));
    let context = Context::new();
    let result = client.get_order(&context, get_order::Request { order_id: EXISTING }).await;
    assert_eq!(result.upstream().expect_err("it hangs").code(), "gateway-timeout");
    let patient =
        tiebeam::Client::of_router(answering(404, "text/html", "")).with_timeout(Duration::MAX);
    let result =
        Client::new(patient).get_order(&context, get_order::Request { order_id: EXISTING }).await;
    assert_eq!(result.upstream().expect_err("it answers badly").code(), "bad-gateway");
    let late = context.with_deadline(std::time::Instant::now());
    let result = client.get_order(&late, get_order::Request { order_id: EXISTING }).await;
    assert_eq!(result.upstream().expect_err("it is too late").code(), "gateway-timeout");
}

#[tokio::test]
async fn what_travels_with_a_call_arrives() {
    let shop = Shop::default();
    let seen = shop.contexts.clone();
    let client = Client::new(tiebeam::Client::of_router(server::router(shop)));
    let context = Context::new().with_correlation_id("c-1");
    client.place_order(&context, order(None)).await.expect("it is placed");
    let arrived = seen.lock().expect("no panic").pop().expect("it was called");
    assert_eq!(arrived.correlation_id(), "c-1");
    assert_eq!(arrived.trace().trace_id(), context.trace().trace_id());
    assert_ne!(arrived.trace().span_id(), context.trace().span_id());
    assert!(arrived.remaining().is_some_and(|left| left <= Duration::from_secs(2)));
}

#[tokio::test]
async fn a_request_that_would_go_elsewhere_is_not_sent() {
    let client = Client::new(tiebeam::Client::of_router(Router::new()));
    for region in ["", ".", ".."] {
        let request = list_orders::Request {
            region: region.to_owned(),
            customer_id: None,
            status: Vec::new(),
            minimum: 0,
            x_channel: None,
            page: PageRequest::first(),
        };
        let problem =
            client.list_orders(&Context::new(), request).await.expect_err("it is refused");
        assert_eq!(problem.code(), "validation-failed", "{region}");
    }
}
