//! The Payment Service.

use payment_service_v1::operations::{list_payments, record_payment, settle_payment};
use payment_service_v1::{Client, NewPayment, PaymentService, Settlement};
use retail_domain::Payments;
use retail_models::order::OrderId;
use retail_models::payment::{AuthorizationStatus, Payment};
use serde_json::json;
use tiebeam::idempotency::Local;
use tiebeam::types::Uuid;
use tiebeam::{Context, IdempotencyKey, PageRequest};

use super::places::Place;

async fn client(place: &Place) -> Client {
    let store = place.store();
    let service = Payments::open(store.clone()).await.expect("tables");
    let server = payment_service_v1::server(service).idempotent(Local::new(store));
    Client::new(tiebeam::Client::of_router(server.into_router()))
}

async fn record(service: &Client, order: OrderId) -> Result<Payment, record_payment::Error> {
    let body = json!({
        "orderId": order,
        "authorization": {
            "id": Uuid::now_v7(),
            "customerId": Uuid::now_v7(),
            "amount": { "amount": "99.80", "currency": "EUR" },
            "status": "approved",
            "authorizedAt": "2026-11-22T09:30:02Z",
        },
    });
    let body: NewPayment = serde_json::from_value(body).expect("it is a payment");
    let request = record_payment::Request { idempotency_key: IdempotencyKey::fresh(), body };
    service.record_payment(&Context::new(), request).await
}

async fn payments(service: &Client, order: OrderId) -> Vec<Payment> {
    let page = PageRequest { limit: 10, cursor: None };
    let request = list_payments::Request { order_id: Some(order), page };
    service.list_payments(&Context::new(), request).await.expect("it is a list").items
}

pub async fn one_lives(place: &Place) {
    let service = client(place).await;
    let order = OrderId(Uuid::now_v7());
    let (one, other) = tokio::join!(record(&service, order), record(&service, order));
    let kept = payments(&service, order).await;
    assert_eq!(kept.len(), 1);
    let refused = [one, other].into_iter().find_map(Result::err);
    assert!(
        matches!(&refused, Some(record_payment::Error::AlreadyPaid(it)) if it.payment_id == kept[0].id),
        "{refused:?}"
    );
    record(&service, OrderId(Uuid::now_v7())).await.expect("another order is another matter");
}

pub async fn given_back(place: &Place) {
    let service = client(place).await;
    let order = OrderId(Uuid::now_v7());
    let first = record(&service, order).await.expect("it is not paid");
    let settlement = |status| settle_payment::Request {
        payment_id: first.id,
        if_match: None,
        body: Settlement { status },
    };
    let voiding = settlement(AuthorizationStatus::Voided);
    let voided = service.settle_payment(&Context::new(), voiding.clone()).await;
    assert_eq!(voided.expect("it is there").revision.0, 2);
    let again = service.settle_payment(&Context::new(), voiding).await;
    assert_eq!(again.expect("it is there").revision.0, 2, "nothing changed");
    let second = record(&service, order).await.expect("the first one was given back");
    let statuses: Vec<_> =
        payments(&service, order).await.into_iter().map(|it| (it.id, it.status)).collect();
    assert_eq!(
        statuses,
        [(first.id, AuthorizationStatus::Voided), (second.id, AuthorizationStatus::Approved)]
    );
    let reviving = settlement(AuthorizationStatus::Captured);
    let revived = service.settle_payment(&Context::new(), reviving).await;
    assert!(revived.is_err(), "the database does not let two of them live: {revived:?}");
}
