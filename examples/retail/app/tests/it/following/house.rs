//! What the services of a shop know, asked of each directly.

use std::time::{Duration, Instant};

use fulfilment_service_v1::operations::get_plan;
use fulfilment_service_v1::{FulfilmentService as _, PackingPlan};
use inventory_service_v1::InventoryService as _;
use inventory_service_v1::operations::get_stock_level;
use order_history_service_v1::OrderHistoryService as _;
use order_history_service_v1::operations::get_past_order;
use order_service_v1::operations::{create_order, get_order};
use order_service_v1::{NewOrder, OrderService as _};
use payment_service_v1::operations::{list_payments, record_payment};
use payment_service_v1::{NewPayment, PaymentService as _};
use retail_app::slots::{self, Slot};
use retail_models::inventory::{Sku, WarehouseCode};
use retail_models::order::{Order, OrderId, PastOrder};
use retail_models::payment::{AuthorizationStatus, Payment};
use serde_json::json;
use tiebeam::types::Uuid;
use tiebeam::{Client, Context, IdempotencyKey, PageRequest};

use crate::shop::Shop;

/// How long word may take to get around.
const PATIENCE: Duration = Duration::from_secs(20);

/// Waits until something has got around.
pub async fn until(what: &str, is_so: impl AsyncFn() -> bool) {
    let begun = Instant::now();
    while !is_so().await {
        assert!(begun.elapsed() < PATIENCE, "{what}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

pub fn http(shop: &Shop, slot: &Slot) -> Client {
    shop.scene.client(slot).expect("everything runs")
}

/// How many pieces of a product the ledger has promised.
pub async fn reserved(shop: &Shop, sku: &str) -> i64 {
    let request = get_stock_level::Request {
        warehouse: WarehouseCode("IE01".to_owned()),
        sku: Sku(sku.to_owned()),
    };
    let stock = inventory_service_v1::Client::new(http(shop, &slots::INVENTORY_SERVICE));
    stock.get_stock_level(&Context::new(), request).await.expect("it is counted").reserved
}

/// The payments of an order, given back or not.
pub async fn payments(shop: &Shop, order_id: OrderId) -> Vec<AuthorizationStatus> {
    let page = PageRequest { limit: 10, cursor: None };
    let request = list_payments::Request { order_id: Some(order_id), page };
    let ledger = payment_service_v1::Client::new(http(shop, &slots::PAYMENT_SERVICE));
    let page = ledger.list_payments(&Context::new(), request).await.expect("it is a list");
    page.items.into_iter().map(|payment| payment.status).collect()
}

/// Enters an order for which the ERP has promised nothing.
pub async fn enter(shop: &Shop, sku: &str, quantity: i32) -> Order {
    let price = json!({ "amount": "10.00", "currency": "EUR" });
    let body = json!({
        "customerId": shop.customer,
        "lines": [{ "sku": sku, "name": "Something", "quantity": quantity, "unitPrice": price }],
        "total": price,
        "payment": { "method": "card", "token": "tok_4f9a1c77", "lastDigits": "4242", "expires": "2028-03" },
        "shipTo": { "lines": ["14 Harbour Row"], "city": "Dublin", "country": "IE" },
    });
    let body: NewOrder = serde_json::from_value(body).expect("it is an order");
    let request = create_order::Request { idempotency_key: IdempotencyKey::fresh(), body };
    let orders = order_service_v1::Client::new(http(shop, &slots::ORDER_SERVICE));
    orders.create_order(&Context::new(), request).await.expect("it is complete")
}

/// Enters a payment of an order.
pub async fn pay(shop: &Shop, order: &Order, status: AuthorizationStatus) -> Payment {
    let body = json!({
        "orderId": order.id,
        "authorization": {
            "id": Uuid::now_v7(),
            "customerId": order.customer_id,
            "amount": order.total,
            "status": status,
            "authorizedAt": "2026-11-22T09:30:02Z",
        },
    });
    let body: NewPayment = serde_json::from_value(body).expect("it is a payment");
    let request = record_payment::Request { idempotency_key: IdempotencyKey::fresh(), body };
    let ledger = payment_service_v1::Client::new(http(shop, &slots::PAYMENT_SERVICE));
    ledger.record_payment(&Context::new(), request).await.expect("it is the first")
}

pub async fn order(shop: &Shop, order_id: OrderId) -> Order {
    let orders = order_service_v1::Client::new(http(shop, &slots::ORDER_SERVICE));
    let request = get_order::Request { order_id };
    orders.get_order(&Context::new(), request).await.expect("it was entered")
}

/// What the warehouse is to pack for an order.
pub async fn plan(shop: &Shop, order_id: OrderId) -> Option<PackingPlan> {
    let fulfilment = fulfilment_service_v1::Client::new(http(shop, &slots::FULFILMENT_SERVICE));
    match fulfilment.get_plan(&Context::new(), get_plan::Request { order_id }).await {
        Ok(plan) => Some(plan),
        Err(get_plan::Error::NotFound) => None,
        Err(error) => panic!("{error:?}"),
    }
}

/// What became of an order, as its events told it.
pub async fn history(shop: &Shop, order_id: OrderId) -> Option<PastOrder> {
    let http = http(shop, &slots::ORDER_HISTORY_SERVICE);
    let histories = order_history_service_v1::Client::new(http);
    match histories.get_past_order(&Context::new(), get_past_order::Request { order_id }).await {
        Ok(order) => Some(order),
        Err(get_past_order::Error::NotFound) => None,
        Err(error) => panic!("{error:?}"),
    }
}
