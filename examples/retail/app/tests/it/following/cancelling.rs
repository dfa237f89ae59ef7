//! What follows from an event: services that hear of each other, and of nothing else.

use std::time::{Duration, Instant};

use inventory_service_v1::InventoryService as _;
use inventory_service_v1::operations::get_stock_level;
use order_service_v1::CancelOrder;
use order_service_v1::OrderService as _;
use order_service_v1::operations::cancel_order;
use payment_service_v1::PaymentService as _;
use payment_service_v1::operations::list_payments;
use retail_app::slots;
use retail_models::inventory::{Sku, WarehouseCode};
use retail_models::order::{CancellationReason, OrderId};
use retail_models::payment::AuthorizationStatus;
use tiebeam::{Context, PageRequest};

use crate::shop::Shop;

/// How long word may take to get around.
const PATIENCE: Duration = Duration::from_secs(20);

/// How many pieces of a product the ledger has promised.
async fn reserved(shop: &Shop, sku: &str) -> i64 {
    let http = shop.scene.client(&slots::INVENTORY_SERVICE).expect("everything runs");
    let request = get_stock_level::Request {
        warehouse: WarehouseCode("IE01".to_owned()),
        sku: Sku(sku.to_owned()),
    };
    let stock = inventory_service_v1::Client::new(http);
    stock.get_stock_level(&Context::new(), request).await.expect("it is counted").reserved
}

async fn payments(shop: &Shop, order_id: OrderId) -> Vec<AuthorizationStatus> {
    let http = shop.scene.client(&slots::PAYMENT_SERVICE).expect("everything runs");
    let page = PageRequest { limit: 10, cursor: None };
    let request = list_payments::Request { order_id: Some(order_id), page };
    let ledger = payment_service_v1::Client::new(http);
    let page = ledger.list_payments(&Context::new(), request).await.expect("it is a list");
    page.items.into_iter().map(|payment| payment.status).collect()
}

/// Waits until something has got around.
async fn until(what: &str, is_so: impl AsyncFn() -> bool) {
    let begun = Instant::now();
    while !is_so().await {
        assert!(begun.elapsed() < PATIENCE, "{what}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

#[tokio::test]
async fn an_order_sets_stock_aside_and_a_cancellation_gives_stock_and_money_back() {
    let shop = Shop::open().await;
    let order = shop.send(&shop.purchase("LMP-0100", 3)).await.expect("everything works");
    until("the ledger promises stock", async || reserved(&shop, "LMP-0100").await == 3).await;

    // Nobody but the Order Service is asked.
    let http = shop.scene.client(&slots::ORDER_SERVICE).expect("everything runs");
    let body = CancelOrder { reason: CancellationReason::Other, comment: None };
    let request = cancel_order::Request { order_id: order.id, if_match: None, body };
    let orders = order_service_v1::Client::new(http);
    orders.cancel_order(&Context::new(), request).await.expect("it has not left");
    until("the ledger has its stock back", async || reserved(&shop, "LMP-0100").await == 0).await;
    let is_void = async || payments(&shop, order.id).await == [AuthorizationStatus::Voided];
    until("the payment was given back", is_void).await;
}

#[tokio::test]
async fn what_happened_while_a_service_was_away_reaches_it_later() {
    let directory = tempfile::tempdir().expect("there is room");
    let mut shop = Shop::open_in(directory.path()).await;
    shop.scene.take_away("inventory-service").await.expect("it runs");
    shop.send(&shop.purchase("RUG-0003", 2)).await.expect("the ERP has some");
    shop.scene.bring_back("inventory-service").await.expect("it starts");
    until("the ledger promises stock", async || reserved(&shop, "RUG-0003").await == 2).await;
}
