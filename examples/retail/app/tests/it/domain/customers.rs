//! The Customer Service.

use customer_service_v1::operations::{
    change_profile, close_customer, create_customer, get_customer, list_customers,
};
use customer_service_v1::{Client, CustomerService, NewCustomer};
use retail_domain::Customers;
use retail_models::customer::{Customer, CustomerStatus, ProfilePatch};
use serde_json::json;
use tiebeam::idempotency::Local;
use tiebeam::{Context, IdempotencyKey, IfMatch, PageRequest};

use super::places::Place;

pub async fn client(place: &Place) -> Client {
    let store = place.store();
    let service = Customers::open(store.clone()).await.expect("tables");
    let server = customer_service_v1::server(service).idempotent(Local::new(store));
    Client::new(tiebeam::Client::of_router(server.into_router()))
}

pub fn new_customer(email: &str) -> NewCustomer {
    let body = json!({
        "profile": {
            "name": "Ada Byrne",
            "email": email,
            "address": { "lines": ["14 Harbour Row"], "city": "Dublin", "country": "IE" },
        },
    });
    serde_json::from_value(body).expect("it is a customer")
}

async fn open(service: &Client, email: &str) -> Result<Customer, create_customer::Error> {
    let idempotency_key = IdempotencyKey::fresh();
    let request = create_customer::Request { idempotency_key, body: new_customer(email) };
    service.create_customer(&Context::new(), request).await
}

/// Changes the address, of the revision that is shown, without a key.
async fn change(
    service: &Client,
    shown: &Customer,
    email: &str,
) -> Result<Customer, change_profile::Error> {
    let request = change_profile::Request {
        customer_id: shown.id,
        if_match: IfMatch::version(&shown.revision).expect("a revision makes a tag"),
        idempotency_key: None,
        body: ProfilePatch { email: Some(email.to_owned()), ..ProfilePatch::default() },
    };
    service.change_profile(&Context::new(), request).await
}

async fn close(service: &Client, customer: &Customer) -> Result<(), close_customer::Error> {
    let request = close_customer::Request { customer_id: customer.id, if_match: None };
    service.close_customer(&Context::new(), request).await
}

pub async fn addresses(place: &Place) {
    let service = client(place).await;
    let (one, other) =
        tokio::join!(open(&service, "ada@example.com"), open(&service, "ADA@example.com"));
    let taken =
        [&one, &other].into_iter().filter(|it| **it == Err(create_customer::Error::EmailTaken));
    assert_eq!(taken.count(), 1, "{one:?} {other:?}");
    let bea = open(&service, "bea@example.com").await.expect("her address is new");
    let outcome = change(&service, &bea, "Ada@Example.com").await;
    assert_eq!(outcome, Err(change_profile::Error::EmailTaken));
    let same = change(&service, &bea, "bea@example.com").await.expect("it is her own");
    assert_eq!(same.revision.0, 2);
}

pub async fn revisions(place: &Place) {
    let service = client(place).await;
    let shown = open(&service, "ada@example.com").await.expect("her address is new");
    let (one, other) = tokio::join!(
        change(&service, &shown, "one@example.com"),
        change(&service, &shown, "other@example.com")
    );
    let statuses = [one, other].map(|outcome| match outcome {
        Ok(customer) => u16::try_from(customer.revision.0).expect("it is small"),
        Err(change_profile::Error::Other(problem)) => problem.status(),
        Err(other) => panic!("{other:?}"),
    });
    assert!(matches!(statuses, [2, 412] | [412, 2]), "{statuses:?}");
}

pub async fn closing(place: &Place) {
    let service = client(place).await;
    let ada = open(&service, "ada@example.com").await.expect("her address is new");
    close(&service, &ada).await.expect("it is open");
    close(&service, &ada).await.expect("twice is the same as once");
    let reading = get_customer::Request { customer_id: ada.id };
    let closed = service.get_customer(&Context::new(), reading).await.expect("it is kept");
    assert_eq!((closed.status.clone(), closed.revision.0), (CustomerStatus::Closed, 2));
    let refused = change(&service, &closed, "ada@example.org").await;
    assert!(matches!(
        refused,
        Err(change_profile::Error::AccountClosed(detail)) if detail.customer_id == ada.id
    ));
    let again = open(&service, "ada@example.com").await.expect("her address is free");
    assert_ne!(again.id, ada.id);
}

pub async fn pages(place: &Place) {
    let service = client(place).await;
    let mut opened = Vec::new();
    for number in 0..5 {
        opened.push(open(&service, &format!("c{number}@example.com")).await.expect("it is new").id);
    }
    let closed = opened.remove(2);
    let request = close_customer::Request { customer_id: closed, if_match: None };
    service.close_customer(&Context::new(), request).await.expect("it is open");
    let mut listed = Vec::new();
    let mut sizes = Vec::new();
    let mut next = Some(PageRequest { limit: 3, cursor: None });
    while let Some(page) = next {
        let request = list_customers::Request {
            status: vec![CustomerStatus::Active],
            loyalty: None,
            page: page.clone(),
        };
        let found = service.list_customers(&Context::new(), request).await.expect("it is a list");
        next = page.after(&found);
        sizes.push(found.items.len());
        listed.extend(found.items.into_iter().map(|customer| customer.id));
    }
    assert_eq!((sizes, listed), (vec![3, 1], opened));
}
