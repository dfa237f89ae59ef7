//! What a service remembers of requests, together with what it knows.

use customer_service_v1::CustomerService;
use customer_service_v1::operations::{close_customer, create_customer, list_customers};
use order_service_v1::OrderService;
use order_service_v1::operations::{create_order, list_orders};
use retail_domain::Orders;
use retail_models::customer::CustomerId;
use retail_models::order::OrderStatus;
use tiebeam::types::Uuid;
use tiebeam::{Context, IdempotencyKey, PageRequest};
use tokio::task::JoinSet;

use super::places::Place;
use super::{customers, orders};

fn registration(key: &IdempotencyKey, email: &str) -> create_customer::Request {
    let body = customers::new_customer(email);
    create_customer::Request { idempotency_key: key.clone(), body }
}

pub async fn payloads(place: &Place) {
    let service = customers::client(place).await;
    let key = IdempotencyKey::fresh();
    let (context, first) = (Context::new(), registration(&key, "ada@example.com"));
    let ada = service.create_customer(&context, first.clone()).await.expect("it is new");
    let outcome = service.create_customer(&context, registration(&key, "bea@example.com")).await;
    let Err(create_customer::Error::Other(problem)) = outcome else { panic!("{outcome:?}") };
    assert_eq!((problem.status(), problem.code()), (422, "idempotency-key-reused"));
    let again = service.create_customer(&context, first).await.expect("it is the same");
    let page = PageRequest { limit: 10, cursor: None };
    let request = list_customers::Request { status: Vec::new(), loyalty: None, page };
    let listed = service.list_customers(&context, request).await.expect("it is a list").items;
    assert_eq!((again, listed), (ada.clone(), vec![ada]), "nothing was entered but the first");
}

pub async fn refusals(place: &Place) {
    let service = customers::client(place).await;
    let (context, key) = (Context::new(), IdempotencyKey::fresh());
    let first = registration(&IdempotencyKey::fresh(), "ada@example.com");
    let ada = service.create_customer(&context, first).await.expect("it is new");
    let refused = || service.create_customer(&context, registration(&key, "ada@example.com"));
    assert_eq!(refused().await, Err(create_customer::Error::EmailTaken));
    let closing = close_customer::Request { customer_id: ada.id, if_match: None };
    service.close_customer(&context, closing).await.expect("it is open");
    assert_eq!(refused().await, Err(create_customer::Error::EmailTaken), "it was decided");
    let another = registration(&IdempotencyKey::fresh(), "ada@example.com");
    service.create_customer(&context, another).await.expect("another request is decided anew");
}

pub async fn restarting(place: &Place) {
    let customer_id = CustomerId(Uuid::now_v7());
    let body = orders::new_order(customer_id, OrderStatus::Placed).await;
    let request = create_order::Request { idempotency_key: IdempotencyKey::fresh(), body };
    let context = Context::new();
    let before = orders::client(place).await;
    let order = before.create_order(&context, request.clone()).await.expect("it is complete");
    drop(before);

    let after = orders::client(place).await;
    let again = after.create_order(&context, request).await.expect("it is the same");
    let request = list_orders::Request {
        customer_id: Some(customer_id),
        status: Vec::new(),
        number: None,
        placed_after: None,
        page: PageRequest { limit: 10, cursor: None },
    };
    let listed = after.list_orders(&context, request).await.expect("it is a list").items;
    assert_eq!((again, listed), (order.clone(), vec![order]));
}

pub async fn starting(place: &Place) {
    let mut opening = JoinSet::new();
    for _ in 0..6 {
        let store = place.store();
        opening.spawn(async move { Orders::open(store).await.map(drop) });
    }
    for opened in opening.join_all().await {
        opened.expect("whoever comes later finds the tables");
    }
}
