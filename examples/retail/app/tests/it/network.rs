//! The business logic on networks that fail: what was written by hand, against what is written down.
//!
//! The Order Process API stands between a caller and what it uses. Four networks can fail, the caller's and those to
//! the ERP, to the Order Service and to the Payment Service; whoever does not matter is a stub. Time is moved by the tests.

mod books;
mod till;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use erp_system_v1::ErpSystem;
use erp_system_v1::operations::{list_products, release_stock, reserve_stock};
use order_process_v2::operations::{place_order, quote_order};
use order_process_v2::{Basket, OrderProcess, PlaceOrder, RequestedLine};
use order_service_v1::OrderService;
use order_service_v1::operations::{cancel_order, create_order, list_orders};
use payment_service_v1::operations::record_payment;
use retail_models::customer::CustomerId;
use retail_models::inventory::{Quantity, Sku};
use retail_models::order::{Order, OrderStatus};
use retail_models::payment::{AuthorizationStatus, CardPayment, PaymentMethod};
use retail_process::{OrderDesk, Placing};
use tiebeam::breaker;
use tiebeam::testkit::{Asked, Flaky, ManualClock, Reaction, Script};
use tiebeam::types::Uuid;
use tiebeam::{Client, Context, IdempotencyKey, PageRequest, Patch};

use self::books::{Orders, Payments};
use self::till::Till;

/// What becomes of the requests on a network.
type Network = Box<dyn Fn(&Asked) -> Reaction + Send + Sync>;

/// The networks around the Order Process API.
struct Networks {
    process: Network,
    erp: Network,
    orders: Network,
    ledger: Network,
}

/// Networks on which nothing happens.
fn calm() -> Networks {
    let calm = || -> Network { Box::new(|_| Reaction::pass()) };
    Networks { process: calm(), erp: calm(), orders: calm(), ledger: calm() }
}

/// A network that loses the first answers to what a test is about.
fn losing(times: usize, is_meant: fn(&Asked) -> bool) -> Network {
    let met = AtomicUsize::new(0);
    Box::new(move |asked| {
        if is_meant(asked) && met.fetch_add(1, Ordering::Relaxed) < times {
            return Reaction::lose_answer();
        }
        Reaction::pass()
    })
}

/// A network that has no connection for the first requests that a test is about.
fn refusing(times: usize, is_meant: fn(&Asked) -> bool) -> Network {
    let met = AtomicUsize::new(0);
    Box::new(move |asked| {
        if is_meant(asked) && met.fetch_add(1, Ordering::Relaxed) < times {
            return Reaction::refuse();
        }
        Reaction::pass()
    })
}

/// The Order Process API and the networks around it.
struct Enterprise {
    clock: ManualClock,
    orders: Arc<Orders>,
    payments: Arc<Payments>,
    to_process: Script,
    to_erp: Script,
    to_orders: Script,
    caller: order_process_v2::Client,
}

impl Enterprise {
    fn on(networks: Networks) -> Self {
        let clock = ManualClock::new();
        let (orders, payments) = (Arc::new(Orders::default()), Arc::new(Payments::default()));
        let router = order_service_v1::router(Arc::clone(&orders));
        let to_orders = Script::before(router, &clock, networks.orders);
        let router = payment_service_v1::router(Arc::clone(&payments));
        let to_ledger = Script::before(router, &clock, networks.ledger);
        let router = erp_system_v1::router(erp_system_v1::Stub);
        let to_erp = Script::before(router, &clock, networks.erp);
        let desk = OrderDesk {
            customers: customer_service_v1::Stub,
            placing: Placing {
                crm: crm_system_v1::Stub,
                erp: erp_system_v1::Client::new(Client::of_script(&to_erp)),
                payments: Till::default(),
                ledger: payment_service_v1::Client::new(Client::of_script(&to_ledger)),
                orders: order_service_v1::Client::new(Client::of_script(&to_orders)),
            },
        };
        let router = order_process_v2::server(desk).clock(clock.shared()).into_router();
        let to_process = Script::before(router, &clock, networks.process);
        let caller = order_process_v2::Client::new(Client::of_script(&to_process));
        Self { clock, orders, payments, to_process, to_erp, to_orders, caller }
    }

    async fn place(&self, key: &IdempotencyKey) -> Result<Order, place_order::Error> {
        let body = PlaceOrder {
            customer_id: CustomerId(Uuid::from_u128(7)),
            lines: vec![RequestedLine { sku: Sku("LMP-0042".to_owned()), quantity: Quantity(2) }],
            payment: PaymentMethod::Card(CardPayment {
                token: "tok_4f9a1c77".to_owned(),
                last_digits: "4242".to_owned(),
                expires: "2028-03".to_owned(),
            }),
            ship_to: None,
            gift_message: Patch::Absent,
            note: None,
            labels: None,
        };
        let request = place_order::Request { x_channel: None, idempotency_key: key.clone(), body };
        let context = Context::new();
        match self.clock.drive(self.caller.place_order(&context, request)).await? {
            place_order::Response::Created { body, .. }
            | place_order::Response::Accepted { body, .. } => Ok(*body),
        }
    }

    /// Every order that the Order Service has.
    async fn entered(&self) -> Vec<Order> {
        let request = list_orders::Request {
            customer_id: None,
            status: Vec::new(),
            number: None,
            placed_after: None,
            page: PageRequest { limit: 100, cursor: None },
        };
        self.orders.list_orders(&Context::new(), request).await.expect("it is a list").items
    }
}

/// The implementation, with an ERP and stubs for everybody else.
fn desk(erp: impl ErpSystem) -> impl OrderProcess {
    OrderDesk {
        customers: customer_service_v1::Stub,
        placing: Placing {
            crm: crm_system_v1::Stub,
            erp,
            payments: payments_system_v1::Stub,
            ledger: payment_service_v1::Stub,
            orders: order_service_v1::Stub,
        },
    }
}

fn two_lamps() -> quote_order::Request {
    let lines = vec![RequestedLine { sku: Sku("LMP-0042".to_owned()), quantity: Quantity(2) }];
    quote_order::Request { body: Basket { customer_id: None, lines } }
}

#[tokio::test]
async fn a_basket_costs_what_the_erp_says() {
    let desk = desk(erp_system_v1::Stub);
    let quote = desk.quote_order(&Context::new(), two_lamps()).await.expect("it knows the lamp");
    assert_eq!(quote.total.amount.to_string(), "99.80");
}

#[tokio::test]
async fn an_order_whose_answer_is_lost_is_entered_once() {
    let losing: Network = Box::new(|asked| match asked.attempt() {
        1 if asked.is(&create_order::OPERATION) => Reaction::lose_answer(),
        _ => Reaction::pass(),
    });
    let enterprise = Enterprise::on(Networks { orders: losing, ..calm() });
    let order = enterprise.place(&IdempotencyKey::fresh()).await.expect("it is placed");

    let entering = enterprise.to_orders.transcript().of(&create_order::OPERATION);
    assert_eq!(entering.statuses(), [None, Some(201)], "{entering}");
    assert!(entering.common_header("idempotency-key").is_some(), "{entering}");
    assert_eq!(enterprise.to_process.count(), 1, "the caller noticed nothing");
    assert_eq!(enterprise.entered().await, [order]);
}

#[tokio::test]
async fn a_caller_who_gets_no_answer_and_asks_again_buys_once() {
    for reaction in [Reaction::lose_answer(), Reaction::twice()] {
        let first = reaction.clone();
        let failing: Network = Box::new(move |asked| match asked.attempt() {
            1 => first.clone(),
            _ => Reaction::pass(),
        });
        let enterprise = Enterprise::on(Networks { process: failing, ..calm() });
        let order = enterprise.place(&IdempotencyKey::fresh()).await.expect("it is placed");

        // Nobody remembered the answer, and the process found what it had done: no step was taken twice.
        let reserving = enterprise.to_erp.transcript().of(&reserve_stock::OPERATION);
        let entering = enterprise.to_orders.transcript().of(&create_order::OPERATION);
        for step in [&reserving, &entering] {
            assert_eq!(step.statuses(), [Some(201)], "{reaction:?}: {step}");
        }
        assert_eq!(enterprise.entered().await, [order], "{reaction:?}");
    }
}

#[tokio::test]
async fn an_erp_that_is_out_of_reach_is_asked_again_as_the_specs_say() {
    // How often it is out of reach; what the caller sees; how often stock is asked for.
    for (times, statuses, reserved) in [
        (0, &[Some(201)][..], 1),
        // Three attempts of `reserveStock` are within one of `placeOrder` …
        (2, &[Some(201)], 3),
        // … and the caller has two of them.
        (3, &[Some(503), Some(201)], 4),
        (6, &[Some(503), Some(503)], 6),
    ] {
        let refusing = refusing(times, |asked| asked.is(&reserve_stock::OPERATION));
        let enterprise = Enterprise::on(Networks { erp: refusing, ..calm() });
        let placed = enterprise.place(&IdempotencyKey::fresh()).await;

        let asked = enterprise.to_process.transcript();
        assert_eq!(asked.statuses(), statuses, "{times}: {asked}");
        let reserving = enterprise.to_erp.transcript().of(&reserve_stock::OPERATION);
        assert_eq!(reserving.count(), reserved, "{times}: {reserving}");
        assert!(reserving.common_header("idempotency-key").is_some(), "{times}: {reserving}");
        assert_eq!(enterprise.entered().await.len(), usize::from(placed.is_ok()), "{times}");
        let waited = enterprise.clock.elapsed();
        assert_eq!(waited > Duration::ZERO, times > 0, "{times}: {waited:?}, on the clock");
    }
}

#[tokio::test]
async fn what_was_set_aside_is_given_back_when_the_order_cannot_be_entered() {
    let refusing = refusing(usize::MAX, |asked| asked.is(&create_order::OPERATION));
    let enterprise = Enterprise::on(Networks { orders: refusing, ..calm() });
    enterprise.place(&IdempotencyKey::fresh()).await.expect_err("nobody enters it");
    let erp = enterprise.to_erp.transcript();
    let (taken, given) = (erp.of(&reserve_stock::OPERATION), erp.of(&release_stock::OPERATION));
    assert_eq!((taken.count(), given.count()), (2, 2), "once in each attempt:\n{erp}");
    assert_eq!(given.statuses(), [Some(204), Some(204)], "{erp}");
}

#[tokio::test]
async fn an_erp_that_does_not_answer_is_left_alone_for_a_while() {
    let clock = ManualClock::new();
    let router = erp_system_v1::router(erp_system_v1::Stub);
    let to_erp = Script::before(router, &clock, |asked| match asked.number {
        1..=20 => Reaction::break_off(),
        _ => Reaction::pass(),
    });
    let http = Client::of_script(&to_erp);
    let desk = desk(erp_system_v1::Client::new(http.clone()));
    let quote = || async { clock.drive(desk.quote_order(&Context::new(), two_lamps())).await };
    while http.state().breaker == breaker::State::Closed {
        quote().await.expect_err("the ERP does not answer");
    }
    let asked = to_erp.transcript().of(&list_products::OPERATION);
    assert_eq!(asked.count(), 20, "that many it takes:\n{asked}");

    let refused = quote().await.expect_err("the breaker is open");
    let quote_order::Error::Other(problem) = refused else { panic!("{refused:?}") };
    assert_eq!((problem.status(), problem.retry_after()), (503, Some(5)));
    assert_eq!(to_erp.count(), 20, "nobody asked the ERP");

    clock.advance(Duration::from_secs(5));
    quote().await.expect("a probe finds the ERP back");
    assert_eq!(http.state().breaker, breaker::State::Closed);
}

#[tokio::test]
async fn whoever_persists_on_a_flaky_network_buys_once() {
    for seed in 0..20 {
        let flaky = Flaky { seed, percent: 40 };
        let network = || -> Network { Box::new(move |asked| flaky.reaction(asked)) };
        let enterprise = Enterprise::on(Networks { process: network(), erp: network(), ..calm() });
        let key = IdempotencyKey::fresh();
        let mut placed = Err(place_order::Error::NotFound);
        for _ in 0..20 {
            placed = match placed {
                Ok(order) => Ok(order),
                Err(_) => enterprise.place(&key).await,
            };
        }
        let (process, erp) = (enterprise.to_process.transcript(), enterprise.to_erp.transcript());
        let order = placed.expect("twenty times are enough");
        assert_eq!(enterprise.entered().await, [order], "{flaky:?}:\n{process}\n{erp}");
    }
}

#[tokio::test]
async fn an_order_whose_payment_may_be_entered_is_undone_with_it_and_placed_anew() {
    let losing = losing(3, |asked| asked.is(&record_payment::OPERATION));
    let enterprise = Enterprise::on(Networks { ledger: losing, ..calm() });
    let order = enterprise.place(&IdempotencyKey::fresh()).await.expect("the second attempt");
    let asked = enterprise.to_process.transcript();
    assert_eq!(asked.statuses(), [Some(502), Some(201)], "{asked}");
    assert_eq!(order.status, OrderStatus::Confirmed);

    let orders = enterprise.entered().await;
    let standing = |order: &&Order| order.status != OrderStatus::Cancelled;
    assert_eq!((orders.len(), orders.iter().filter(standing).count()), (2, 1), "{orders:?}");
    let payments = enterprise.payments.recorded();
    let standing: Vec<_> = payments
        .iter()
        .filter(|payment| payment.status == AuthorizationStatus::Approved)
        .map(|payment| payment.order_id)
        .collect();
    assert_eq!((payments.len(), standing), (2, vec![order.id]), "{payments:?}");
}

// FIXME: an order whose answer is lost in every attempt cannot be cancelled, because nobody knows its id. Whoever asks
// again has another authorization and enters another order, and then the first is given up. Where nobody asks again it
// stays open; the steps need a journal to do better.
#[tokio::test]
async fn an_order_whose_answer_is_lost_in_all_attempts_is_given_up_when_it_is_placed_anew() {
    let losing = losing(3, |asked| asked.is(&create_order::OPERATION));
    let enterprise = Enterprise::on(Networks { orders: losing, ..calm() });
    let order = enterprise.place(&IdempotencyKey::fresh()).await.expect("the second attempt");
    let asked = enterprise.to_process.transcript();
    assert_eq!(asked.statuses(), [Some(502), Some(201)], "{asked}");
    let entered = enterprise.entered().await;
    assert_eq!((entered.len(), entered.contains(&order)), (2, true), "{entered:?}");
    let standing = entered.iter().filter(|order| order.status != OrderStatus::Cancelled);
    assert_eq!(standing.collect::<Vec<_>>(), [&order], "{entered:?}");
}

#[tokio::test]
async fn an_order_that_is_completed_by_the_next_attempt_is_not_given_up() {
    let failing = refusing(6, |asked| asked.is(&record_payment::OPERATION));
    let refusing = refusing(3, |asked| asked.is(&cancel_order::OPERATION));
    let networks = Networks { ledger: failing, orders: refusing, ..calm() };
    let enterprise = Enterprise::on(networks);
    let key = IdempotencyKey::fresh();
    enterprise.place(&key).await.expect_err("nobody enters its payment");
    let order = enterprise.place(&key).await.expect("now it is paid");
    let standing: Vec<Order> = enterprise.entered().await;
    let standing = standing.into_iter().filter(|order| order.status != OrderStatus::Cancelled);
    assert_eq!(standing.collect::<Vec<_>>(), [order]);
}
