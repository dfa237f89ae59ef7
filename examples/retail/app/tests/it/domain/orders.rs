//! The Order Service.

use order_service_v1::operations::{
    cancel_order, change_status, create_order, get_order, list_orders,
};
use order_service_v1::{CancelOrder, Client, NewOrder, OrderService, StatusChange, Stub};
use retail_domain::Orders;
use retail_models::customer::CustomerId;
use retail_models::order::{CancellationReason, Order, OrderId, OrderNumber, OrderStatus};
use tiebeam::idempotency::Local;
use tiebeam::types::Uuid;
use tiebeam::{Context, IdempotencyKey, IfMatch, PageRequest};
use tokio::task::JoinSet;

use super::places::Place;

pub async fn client(place: &Place) -> Client {
    let store = place.store();
    let service = Orders::open(store.clone()).await.expect("tables");
    let server = order_service_v1::server(service).idempotent(Local::new(store));
    Client::new(tiebeam::Client::of_router(server.into_router()))
}

/// The order of the spec's example.
pub async fn example() -> Order {
    let request = get_order::Request { order_id: OrderId(Uuid::now_v7()) };
    Stub.get_order(&Context::new(), request).await.expect("the spec has an example")
}

pub async fn new_order(customer_id: CustomerId, status: OrderStatus) -> NewOrder {
    let order = example().await;
    NewOrder {
        customer_id,
        status,
        lines: order.lines,
        discounts: order.discounts,
        total: order.total,
        payment: order.payment,
        ship_to: order.ship_to,
        gift_message: order.gift_message,
        note: order.note,
        reservation_id: order.reservation_id,
        labels: order.labels,
    }
}

async fn enter(service: &Client, customer_id: CustomerId, status: OrderStatus) -> Order {
    let body = new_order(customer_id, status).await;
    let request = create_order::Request { idempotency_key: IdempotencyKey::fresh(), body };
    service.create_order(&Context::new(), request).await.expect("it is complete")
}

fn somebody() -> CustomerId {
    CustomerId(Uuid::now_v7())
}

pub async fn numbers(place: &Place) {
    let services = [client(place).await, client(place).await];
    let mut entering = JoinSet::new();
    for number in 0..12 {
        let service = services[number % 2].clone();
        entering
            .spawn(async move { enter(&service, somebody(), OrderStatus::Placed).await.number });
    }
    let mut numbers = entering.join_all().await;
    numbers.sort();
    let expected: Vec<OrderNumber> =
        (1..=12).map(|number| OrderNumber(format!("A{number:08}"))).collect();
    assert_eq!(numbers, expected);
}

pub async fn importing(place: &Place) {
    let order = example().await;
    Orders::open(place.store()).await.expect("tables");
    Orders::import(&*place.store(), &order).await.expect("nobody has its number");
    assert!(Orders::import(&*place.store(), &order).await.is_err(), "it is there already");
    let service = client(place).await;
    let next = enter(&service, somebody(), OrderStatus::Placed).await;
    assert_eq!((order.number.0.as_str(), next.number.0.as_str()), ("A00010423", "A00010424"));
    let request = get_order::Request { order_id: order.id };
    let found = service.get_order(&Context::new(), request).await.expect("it was imported");
    assert_eq!(found, order, "every detail is kept");
}

async fn advance(
    service: &Client,
    order: &Order,
    status: OrderStatus,
    if_match: Option<IfMatch>,
) -> Result<Order, change_status::Error> {
    let body = StatusChange { status };
    let request = change_status::Request { order_id: order.id, if_match, body };
    service.change_status(&Context::new(), request).await
}

pub async fn moving(place: &Place) {
    let service = client(place).await;
    let order = enter(&service, somebody(), OrderStatus::Placed).await;
    let first = IfMatch::version(&order.revision).expect("a revision makes a tag");
    let confirmed = advance(&service, &order, OrderStatus::Confirmed, Some(first.clone())).await;
    assert_eq!(confirmed.expect("it may be confirmed").revision.0, 2);
    let again = advance(&service, &order, OrderStatus::Confirmed, None).await;
    assert_eq!(again.expect("it is confirmed").revision.0, 2, "nothing changed");
    let late = advance(&service, &order, OrderStatus::Shipped, Some(first)).await;
    assert!(
        matches!(&late, Err(change_status::Error::Other(problem)) if problem.status() == 412),
        "{late:?}"
    );
    // Shipped and cancelled at once: one of them was too late.
    let body = CancelOrder { reason: CancellationReason::ChangedMind, comment: None };
    let cancelling = cancel_order::Request { order_id: order.id, if_match: None, body };
    let context = Context::new();
    let (shipped, cancelled) = tokio::join!(
        advance(&service, &order, OrderStatus::Shipped, None),
        service.cancel_order(&context, cancelling)
    );
    assert_ne!(shipped.is_ok(), cancelled.is_ok(), "{shipped:?} {cancelled:?}");
    let request = get_order::Request { order_id: order.id };
    let found = service.get_order(&Context::new(), request).await.expect("it is there");
    assert_eq!(found.revision.0, 3);
    assert_eq!(found.cancellation.is_some(), cancelled.is_ok());
}

pub async fn listing(place: &Place) {
    let service = client(place).await;
    let (ada, bea) = (somebody(), somebody());
    let first = enter(&service, ada, OrderStatus::Placed).await;
    let second = enter(&service, ada, OrderStatus::Confirmed).await;
    let third = enter(&service, ada, OrderStatus::Confirmed).await;
    let other = enter(&service, bea, OrderStatus::Confirmed).await;
    let page = || PageRequest { limit: 2, cursor: None };
    let all = || list_orders::Request {
        customer_id: None,
        status: Vec::new(),
        number: None,
        placed_after: None,
        page: page(),
    };
    let of = |customer_id| list_orders::Request { customer_id: Some(customer_id), ..all() };
    for (request, expected) in [
        (of(ada), vec![&third, &second, &first]),
        (of(bea), vec![&other]),
        (of(somebody()), vec![]),
        (
            list_orders::Request {
                status: vec![OrderStatus::Placed, OrderStatus::Shipped],
                ..of(ada)
            },
            vec![&first],
        ),
        (list_orders::Request { number: Some(second.number.clone()), ..all() }, vec![&second]),
        (list_orders::Request { placed_after: Some(second.placed_at), ..of(ada) }, vec![&third]),
    ] {
        let mut listed = Vec::new();
        let mut next = Some(page());
        while let Some(page) = next {
            let request = list_orders::Request { page: page.clone(), ..request.clone() };
            let found = service.list_orders(&Context::new(), request).await.expect("a list");
            next = page.after(&found);
            listed.extend(found.items);
        }
        assert_eq!(listed.iter().collect::<Vec<_>>(), expected, "{request:?}");
    }
}
