//! What a server does when there is more to do than it can: it refuses what is too much, and answers the rest.

use std::sync::Arc;

use tiebeam::clock::Clock as _;
use tiebeam::testkit::ManualClock;
use tiebeam::{Context, Router, Server};
use tokio::sync::Semaphore;

use crate::ask::{Told, ask_of};
use crate::bodies::order_with;
use crate::shop::meta::API;
use crate::shop::operations::{get_order, place_order};
use crate::shop::{OrderProcess as _, Shop};

const ORDER: &str = "GET /v1/orders/00000000-0000-0000-0000-000000000001";

/// A shop whose answers wait for a gate.
struct Gated {
    gate: Arc<Semaphore>,
    has_entered: Arc<Semaphore>,
}

impl Gated {
    fn new() -> Self {
        Self { gate: Arc::new(Semaphore::new(0)), has_entered: Arc::new(Semaphore::new(0)) }
    }

    fn server(&self) -> Server<Shop> {
        let (gate, has_entered) = (Arc::clone(&self.gate), Arc::clone(&self.has_entered));
        Server::new(&API, Shop::default()).serve(
            &get_order::OPERATION,
            move |api: Arc<Shop>, context: Context, request| {
                let (gate, has_entered) = (Arc::clone(&gate), Arc::clone(&has_entered));
                async move {
                    has_entered.add_permits(1);
                    gate.acquire().await.expect("the gate is not torn down").forget();
                    api.get_order(&context, request).await
                }
            },
        )
    }

    /// Begins a request and waits until the implementation has it.
    async fn begin(&self, router: &Router) -> tokio::task::JoinHandle<Told> {
        let router = router.clone();
        let asking = tokio::spawn(async move { ask_of(router, ORDER, &[], "").await });
        self.has_entered.acquire().await.expect("the gate is not torn down").forget();
        asking
    }
}

#[tokio::test]
async fn requests_beyond_the_limit_are_refused_and_the_others_answered() {
    let gated = Gated::new();
    let router = gated.server().max_in_flight(2).into_router();
    let (first, second) = (gated.begin(&router).await, gated.begin(&router).await);
    let refused = ask_of(router.clone(), ORDER, &[], "").await;
    assert_eq!((refused.status, &*refused.code()), (503, "overloaded"));
    assert_eq!(refused.field("retry-after"), Some("1"));
    gated.gate.add_permits(3);
    for asking in [first, second] {
        assert_eq!(asking.await.expect("no panic").status, 200);
    }
    assert_eq!(ask_of(router, ORDER, &[], "").await.status, 200, "there is room again");
}

#[tokio::test]
async fn who_gives_up_leaves_its_place() {
    let gated = Gated::new();
    let router = gated.server().max_in_flight(1).into_router();
    let asking = gated.begin(&router).await;
    asking.abort();
    assert!(asking.await.is_err_and(|error| error.is_cancelled()));
    gated.gate.add_permits(1);
    assert_eq!(ask_of(router, ORDER, &[], "").await.status, 200);
}

#[tokio::test]
async fn bodies_of_all_requests_share_one_memory() {
    let fields = [("idempotency-key", "k"), ("content-type", "application/json")];
    for (room, status) in [(1 << 20, 201), (64, 503)] {
        let router = Server::new(&API, Shop::default())
            .max_buffered(room)
            .serve(&place_order::OPERATION, |api, context, request| async move {
                api.place_order(&context, request).await
            })
            .into_router();
        let told = ask_of(router, "POST /v1/orders", &fields, order_with("")).await;
        assert_eq!(told.status, status, "{told:?}");
    }
}

#[tokio::test]
async fn a_deadline_goes_by_the_clock_of_the_server() {
    let gated = Gated::new();
    let clock = ManualClock::new();
    let router = gated.server().clock(clock.shared()).into_router();
    let begun = clock.instant();
    let told = clock.drive(ask_of(router, ORDER, &[], "")).await;
    assert_eq!((told.status, &*told.code()), (504, "gateway-timeout"));
    assert_eq!(clock.instant() - begun, get_order::OPERATION.timeout());
}
