//! What was set aside is given back, and what somebody missed reaches them later.

use order_service_v1::CancelOrder;
use order_service_v1::OrderService as _;
use order_service_v1::operations::cancel_order;
use retail_app::slots;
use retail_models::order::CancellationReason;
use retail_models::payment::AuthorizationStatus;
use tiebeam::Context;

use super::house::{http, payments, reserved, until};
use crate::shop::Shop;

#[tokio::test]
async fn an_order_sets_stock_aside_and_a_cancellation_gives_stock_and_money_back() {
    let shop = Shop::open().await;
    let order = shop.send(&shop.purchase("LMP-0100", 3)).await.expect("everything works");
    until("the ledger promises stock", async || reserved(&shop, "LMP-0100").await == 3).await;

    // Nobody but the Order Service is asked.
    let body = CancelOrder { reason: CancellationReason::Other, comment: None };
    let request = cancel_order::Request { order_id: order.id, if_match: None, body };
    let orders = order_service_v1::Client::new(http(&shop, &slots::ORDER_SERVICE));
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
