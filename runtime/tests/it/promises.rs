//! Correlation, traces, deprecation, timeouts, panics, secrets.

use std::sync::Arc;
use std::time::Instant;

use tiebeam::clock::{Clock, SystemClock};
use tiebeam::http::Verify;
use tiebeam::{Context, Server};

use crate::ask::{ask, ask_of};
use crate::bodies::order_with;
use crate::shop::meta::API;
use crate::shop::operations::{get_order, list_orders, place_order};
use crate::shop::types::{OrderStatus, Payment};
use crate::shop::{OrderProcess as _, Shop, Stub, server};

const ORDER: &str = "/v1/orders/00000000-0000-0000-0000-00000000000";

#[tokio::test]
async fn a_correlation_id_comes_back_or_is_made() {
    let told = ask("GET /nowhere", &[("x-correlation-id", "c-1")], "").await;
    assert_eq!(told.field("x-correlation-id"), Some("c-1"));
    let told = ask("GET /nowhere", &[("x-correlation-id", "c 1")], "").await;
    assert_ne!(told.field("x-correlation-id"), Some("c 1"));
    let told = ask("OPTIONS /v1/orders", &[("x-correlation-id", "c-2")], "").await;
    assert_eq!(told.field("x-correlation-id"), Some("c-2"));
}

#[tokio::test]
async fn the_implementation_sees_trace_and_deadline() {
    let shop = Shop::default();
    let seen = shop.contexts.clone();
    let fields = [
        ("idempotency-key", "k"),
        ("content-type", "application/json"),
        ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
        ("tiebeam-timeout-ms", "500"),
    ];
    assert_eq!(
        ask_of(server::router(shop), "POST /v1/orders", &fields, order_with("")).await.status,
        201
    );
    let context = seen.lock().expect("no panic").pop().expect("it was called");
    assert_eq!(context.trace().trace_id(), 0x0af7_6519_16cd_43dd_8448_eb21_1c80_319c);
    assert!(context.trace().is_sampled());
    assert!(context.remaining().is_some_and(|left| left.as_millis() <= 500));
}

#[tokio::test]
async fn deprecation_is_announced_on_every_response() {
    for target in ["/v1/regions/eu/orders", "/v1/regions/eu/orders?limit=x"] {
        let told = ask(&format!("GET {target}"), &[], "").await;
        assert_eq!(told.field("deprecation"), Some("@1688169599"));
        assert_eq!(told.field("sunset"), Some("Thu, 31 Dec 2099 23:59:59 GMT"));
        assert_eq!(
            told.field("link"),
            Some("</openapi.json>; rel=\"deprecation\"; type=\"application/json\"")
        );
    }
}

#[tokio::test]
async fn a_panic_is_a_problem_and_the_server_goes_on() {
    let router = server::router(Shop::default());
    for _ in 0..2 {
        let told = ask_of(router.clone(), &format!("GET {ORDER}3"), &[], "").await;
        assert_eq!((told.status, told.code().as_str()), (500, "internal-error"));
        assert!(!told.text.contains("hunter2"), "{told:?}");
    }
    assert_eq!(ask_of(router, &format!("GET {ORDER}1"), &[], "").await.status, 200);
}

#[tokio::test(start_paused = true)]
async fn an_implementation_that_hangs_is_cut_off() {
    let told = ask(&format!("GET {ORDER}4"), &[], "").await;
    assert_eq!((told.status, told.code().as_str()), (504, "gateway-timeout"));
}

#[tokio::test]
async fn what_only_the_log_may_know_is_not_sent() {
    let told = ask(&format!("GET {ORDER}5"), &[], "").await;
    assert_eq!(
        (told.status, told.code().as_str()),
        (500, "bug"),
        "a problem has the status of an error"
    );
    assert!(!told.text.contains("hunter2"), "{told:?}");
}

#[tokio::test]
async fn a_typed_error_has_its_details_beside_the_standard_members() {
    let fields = [("idempotency-key", "k"), ("content-type", "application/json")];
    let told = ask("POST /v1/orders", &fields, order_with(r#""note":"none""#)).await;
    assert_eq!((told.status, told.code().as_str()), (409, "out-of-stock"));
    assert_eq!(told.json()["sku"], "ABC-0001");
    assert_eq!(told.field("cache-control"), Some("no-store"));
}

#[tokio::test]
async fn a_caller_that_waits_no_more_changes_nothing() {
    let shop = Shop::default();
    let placed = shop.placed.clone();
    let fields = [
        ("idempotency-key", "k"),
        ("content-type", "application/json"),
        ("tiebeam-timeout-ms", "0"),
    ];
    let told = ask_of(server::router(shop), "POST /v1/orders", &fields, order_with("")).await;
    assert_eq!((told.status, placed.lock().expect("no panic").len()), (504, 0));
}

#[tokio::test]
async fn nobody_guesses_what_a_body_is() {
    for line in ["GET /openapi.json", "GET /nowhere", "PUT /v1/orders"] {
        assert_eq!(ask(line, &[], "").await.field("x-content-type-options"), Some("nosniff"));
    }
}

#[tokio::test]
async fn what_was_created_has_a_location() {
    let fields = [("idempotency-key", "k"), ("content-type", "application/json")];
    let told = ask("POST /v1/orders", &fields, order_with("")).await;
    assert_eq!(told.status, 201);
    assert_eq!(told.field("location"), Some("/v1/orders/00000000-0000-0000-0000-000000000001"));
}

#[tokio::test]
async fn a_stub_answers_with_examples() {
    let fields =
        [("idempotency-key", "k"), ("content-type", "application/json"), ("if-match", "*")];
    for (line, body, status) in [
        ("POST /v1/orders", order_with(""), 201),
        ("GET /v1/regions/eu/orders", String::new(), 200),
        ("GET /v1/orders/00000000-0000-0000-0000-000000000001", String::new(), 501),
        ("PATCH /v1/orders/00000000-0000-0000-0000-000000000001", "{}".to_owned(), 501),
        ("DELETE /v1/orders/00000000-0000-0000-0000-000000000001", String::new(), 204),
    ] {
        let fields = if line.starts_with("POST") { &fields[..2] } else { &fields[1..] };
        let told = ask_of(server::router(Stub), line, fields, body).await;
        assert_eq!(told.status, status, "{line}: {told:?}");
    }
}

#[tokio::test]
async fn a_successor_is_named_where_its_address_is_known() {
    let successor = "https://api.example/orders/v2".parse().expect("a URI");
    let router = Server::new(&API, Shop::default())
        .successor(&successor)
        .serve(&list_orders::OPERATION, |api, context, request| async move {
            api.list_orders(&context, request).await
        })
        .serve(&get_order::OPERATION, |api, context, request| async move {
            api.get_order(&context, request).await
        })
        .into_router();
    let is_named = async |line: &str| {
        let told = ask_of(router.clone(), line, &[], "").await;
        let links = told.headers.get_all("link");
        let wanted = "<https://api.example/orders/v2>; rel=\"successor-version\"";
        links.iter().any(|link| link == wanted)
    };
    assert!(is_named("GET /v1/regions/eu/orders").await, "it is on its way out");
    assert!(!is_named(&format!("GET {ORDER}1")).await, "it stays");
}

/// The machine's clock, but for the calendar.
#[derive(Debug)]
struct InTheYear(i16);

impl Clock for InTheYear {
    fn now(&self) -> jiff::Timestamp {
        let date = jiff::civil::date(self.0, 1, 1);
        date.to_zoned(jiff::tz::TimeZone::UTC).expect("a year of ours").timestamp()
    }

    fn instant(&self) -> Instant {
        SystemClock.instant()
    }

    fn sleep_until(
        &self,
        instant: Instant,
    ) -> std::pin::Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        Box::pin(tokio::time::sleep_until(instant.into()))
    }
}

#[tokio::test]
async fn after_its_sunset_an_operation_is_gone() {
    for (year, status) in [(2099, 200), (2100, 410)] {
        let router = Server::new(&API, Shop::default())
            .clock(Arc::new(InTheYear(year)))
            .serve(&list_orders::OPERATION, |api, context, request| async move {
                api.list_orders(&context, request).await
            })
            .into_router();
        let told = ask_of(router, "GET /v1/regions/eu/orders", &[], "").await;
        assert_eq!(told.status, status, "{year}: {told:?}");
        assert!(told.field("deprecation").is_some(), "{year}: {told:?}");
    }
}

#[tokio::test]
async fn a_change_is_made_to_its_end_even_when_nobody_waits() {
    let (begun, has_begun) = tokio::sync::oneshot::channel();
    let (go, may_go) = tokio::sync::oneshot::channel::<()>();
    let (ended, has_ended) = tokio::sync::oneshot::channel();
    let parts = std::sync::Mutex::new(Some((begun, may_go, ended)));
    let parts = Arc::new(parts);
    let router = Server::new(&API, Shop::default())
        .serve(&place_order::OPERATION, move |api: Arc<Shop>, context: Context, request| {
            let parts = parts.lock().expect("no panic").take();
            async move {
                let (begun, may_go, ended) = parts.expect("it is called once");
                let _ = begun.send(());
                let _ = may_go.await;
                let answer = api.place_order(&context, request).await;
                let _ = ended.send(());
                answer
            }
        })
        .into_router();
    let fields = [("idempotency-key", "k"), ("content-type", "application/json")];
    let asking =
        tokio::spawn(
            async move { ask_of(router, "POST /v1/orders", &fields, order_with("")).await },
        );
    has_begun.await.expect("the implementation is called");
    asking.abort();
    assert!(asking.await.is_err_and(|error| error.is_cancelled()), "nobody waits any more");
    go.send(()).expect("the implementation waits");
    has_ended.await.expect("the implementation goes on to its end");
}

#[tokio::test]
async fn an_answer_that_breaks_the_contract_is_not_sent() {
    for (verify, status) in [(Verify::Always, 500), (Verify::Never, 200)] {
        let router = Server::new(&API, Shop::default())
            .verify_answers(verify)
            .serve(&get_order::OPERATION, |api: Arc<Shop>, context: Context, request| async move {
                let mut order = api.get_order(&context, request).await?;
                order.payment = Payment::Unknown(serde_json::json!({"method": 7}));
                order.status = OrderStatus::Placed;
                Ok::<_, get_order::Error>(order)
            })
            .into_router();
        let told = ask_of(router, &format!("GET {ORDER}1"), &[], "").await;
        assert_eq!(told.status, status, "{verify:?}: {told:?}");
    }
}
