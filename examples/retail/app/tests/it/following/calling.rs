//! Events that lead to calls of other APIs.

use std::sync::Arc;

use customer_process_v1::CustomerProcess as _;
use customer_process_v1::operations::{change_profile, get_customer, list_order_history};
use fulfilment_service_v1::PlanState;
use order_service_v1::operations::cancel_order;
use order_service_v1::{CancelOrder, OrderService as _};
use retail_app::slots;
use retail_customer_events::CustomerSyncedToCrm;
use retail_models::customer::ProfilePatch;
use retail_models::order::{CancellationReason, OrderStatus};
use tiebeam::bus::{Embedded, EventBus as _, Start, Subscription};
use tiebeam::event::Event as _;
use tiebeam::store::Sqlite;
use tiebeam::{Context, IfMatch, PageRequest};

use super::house::{enter, http, plan, reserved, until};
use crate::shop::Shop;

#[tokio::test]
async fn parcels_are_planned_when_stock_is_set_aside_and_dropped_with_the_order() {
    let shop = Shop::open().await;
    let order = shop.order("TBL-0021", 1).await;
    until("the parcels are planned", async || plan(&shop, order.id).await.is_some()).await;
    let planned = plan(&shop, order.id).await.expect("it is planned");
    assert_eq!((&planned.state, planned.pieces), (&PlanState::Open, 1));
    assert_eq!(planned.carrier.as_str(), "dpd", "a table does not go by post");
    shop.cancel(&order).await.expect("it has not left");
    let is_dropped =
        async || plan(&shop, order.id).await.is_some_and(|plan| plan.state == PlanState::Dropped);
    until("the plan is dropped", is_dropped).await;
}

#[tokio::test]
async fn parcels_are_planned_when_the_order_knows_its_stock() {
    let directory = tempfile::tempdir().expect("there is room");
    let mut shop = Shop::open_in(directory.path()).await;
    let placed = enter(&shop, "LMP-0100", 2).await;
    // Whoever has to be asked is away when the stock is set aside, or has not heard of it yet.
    shop.scene.take_away("order-service").await.expect("it runs");
    until("the ledger promises stock", async || reserved(&shop, "LMP-0100").await == 2).await;
    shop.scene.bring_back("order-service").await.expect("it starts");
    until("the parcels are planned", async || plan(&shop, placed.id).await.is_some()).await;
    assert_eq!(plan(&shop, placed.id).await.expect("it is planned").pieces, 2);
}

#[tokio::test]
async fn no_parcels_are_planned_for_an_order_that_was_cancelled_before() {
    let directory = tempfile::tempdir().expect("there is room");
    let mut shop = Shop::open_in(directory.path()).await;
    shop.scene.take_away("fulfilment-service").await.expect("it runs");
    let placed = enter(&shop, "RUG-0003", 1).await;
    until("the ledger promises stock", async || reserved(&shop, "RUG-0003").await == 1).await;
    let body = CancelOrder { reason: CancellationReason::Other, comment: None };
    let request = cancel_order::Request { order_id: placed.id, if_match: None, body };
    let orders = order_service_v1::Client::new(http(&shop, &slots::ORDER_SERVICE));
    orders.cancel_order(&Context::new(), request).await.expect("it has not left");
    shop.scene.bring_back("fulfilment-service").await.expect("it starts");
    // An order that is placed later is planned later.
    let next = enter(&shop, "RUG-0003", 1).await;
    until("the next order is planned", async || plan(&shop, next.id).await.is_some()).await;
    assert_eq!(plan(&shop, placed.id).await, None);
}

/// What the CRM calls our customer.
async fn name_in_crm(shop: &Shop) -> Option<String> {
    let reference = format!("{:X}", shop.customer.0.simple());
    let state = shop.scene.state("crm").await.expect("the CRM answers");
    let rows = state.as_array().into_iter().flatten();
    let row = rows.into_iter().find(|row| row["EXT_REF"] == reference.as_str())?;
    row["NM1"].as_str().map(str::to_owned)
}

#[tokio::test]
async fn the_crm_hears_of_every_change_however_often_it_has_to_be_told() {
    let directory = tempfile::tempdir().expect("there is room");
    let shop = Shop::open_in(directory.path()).await;
    let customers = customer_process_v1::Client::new(http(&shop, &slots::CUSTOMER_PROCESS));
    let (context, customer_id) = (Context::new(), shop.customer);
    let reading = get_customer::Request { customer_id };
    let before = customers.get_customer(&context, reading).await.expect("she is known");
    shop.scene.operate("crm", "/faults", "fault=fail&times=2").await.expect("it is scripted");
    let body = ProfilePatch { name: Some("Ada Lovelace".to_owned()), ..ProfilePatch::default() };
    let request = change_profile::Request {
        customer_id,
        idempotency_key: None,
        if_match: IfMatch::version(&before.revision).expect("it has one"),
        body,
    };
    customers.change_profile(&context, request).await.expect("nobody else changed her");
    let is_told = async || name_in_crm(&shop).await.as_deref() == Some("ADA LOVELACE");
    until("the CRM has the new name", is_told).await;

    let bus = Sqlite::open(directory.path().join("bus.db")).expect("the bus is a file");
    let bus = Embedded::new(Arc::new(bus));
    let topic = CustomerSyncedToCrm::definition().topic;
    let look = Subscription::new("test.look", [topic]).with_start(Start::Beginning);
    bus.provision(&[], std::slice::from_ref(&look)).await.expect("it is provisioned");
    let mut deliveries = bus.subscribe(&look).await.expect("it is there");
    let mut revisions = Vec::new();
    while revisions.len() < 2 {
        for delivery in deliveries.next(10).await.expect("events come") {
            let event = delivery.message().event().read::<CustomerSyncedToCrm>();
            let event = event.expect("it is one");
            assert_eq!(event.customer_id, customer_id);
            revisions.push(event.revision.0);
            delivery.ack().await.expect("the bus hears it");
        }
    }
    assert_eq!(revisions, [1, 2], "each revision once, and in order");
}

#[tokio::test]
async fn her_history_tells_of_every_order_the_latest_first() {
    let shop = Shop::open().await;
    let (kept, given_up) = (shop.order("LMP-0042", 1).await, shop.order("LMP-0100", 1).await);
    shop.cancel(&given_up).await.expect("it has not left");
    let customers = customer_process_v1::Client::new(http(&shop, &slots::CUSTOMER_PROCESS));
    let told = async || {
        let page = PageRequest { limit: 10, cursor: None };
        let request = list_order_history::Request { customer_id: shop.customer, page };
        let page = customers.list_order_history(&Context::new(), request).await;
        let items = page.expect("it is a list").items;
        items.into_iter().map(|order| (order.order_id, order.status)).collect::<Vec<_>>()
    };
    let expected = [(given_up.id, OrderStatus::Cancelled), (kept.id, OrderStatus::Confirmed)];
    until("both orders are told of", async || told().await == expected).await;
}
