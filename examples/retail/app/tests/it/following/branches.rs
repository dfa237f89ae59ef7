//! From an order to its confirmation, and the ways in which it ends before: nobody is asked for anything but to enter an
//! order and its payment.

use payment_service_v1::operations::settle_payment;
use payment_service_v1::{PaymentService as _, Settlement};
use retail_app::slots;
use retail_models::order::{CancellationReason, OrderStatus};
use retail_models::payment::AuthorizationStatus;
use tiebeam::Context;

use super::house::{enter, history, http, order, pay, payments, plan, reserved, until};
use crate::shop::Shop;

#[tokio::test]
async fn an_order_is_confirmed_when_its_stock_is_set_aside_and_its_payment_authorized() {
    let shop = Shop::open().await;
    let placed = enter(&shop, "LMP-0042", 2).await;
    assert_eq!((&placed.status, placed.reservation_id), (&OrderStatus::Placed, None));
    pay(&shop, &placed, AuthorizationStatus::Approved).await;
    let is_confirmed = async || order(&shop, placed.id).await.status == OrderStatus::Confirmed;
    until("the order is confirmed", is_confirmed).await;
    assert!(order(&shop, placed.id).await.reservation_id.is_some(), "it knows its stock");
    assert_eq!(reserved(&shop, "LMP-0042").await, 2);
    let is_told = async || {
        let told = history(&shop, placed.id).await;
        told.is_some_and(|told| told.status == OrderStatus::Confirmed)
    };
    until("her history tells of it", is_told).await;
    let told = history(&shop, placed.id).await.expect("it tells of it");
    assert_eq!((told.number, told.customer_id), (Some(placed.number), shop.customer));
    assert_eq!((told.total, told.placed_at), (placed.total, Some(placed.placed_at)));
    assert!(told.confirmed_at.is_some() && told.cancellation.is_none());
}

#[tokio::test]
async fn an_order_for_more_than_there_is_is_cancelled_and_its_payment_given_back() {
    let shop = Shop::open().await;
    let placed = enter(&shop, "LMP-0043", 5).await;
    pay(&shop, &placed, AuthorizationStatus::Approved).await;
    let is_cancelled = async || order(&shop, placed.id).await.status == OrderStatus::Cancelled;
    until("the order is cancelled", is_cancelled).await;
    let cancellation = order(&shop, placed.id).await.cancellation.expect("it says why");
    assert_eq!(cancellation.reason, CancellationReason::OutOfStock);
    let is_void = async || payments(&shop, placed.id).await == [AuthorizationStatus::Voided];
    until("the payment was given back", is_void).await;
    let is_told = async || {
        let told = history(&shop, placed.id).await;
        told.is_some_and(|told| told.status == OrderStatus::Cancelled)
    };
    until("her history tells of it", is_told).await;
    assert_eq!((reserved(&shop, "LMP-0043").await, plan(&shop, placed.id).await), (0, None));
}

#[tokio::test]
async fn an_order_that_the_erp_has_promised_stays_although_our_warehouse_has_too_little() {
    let shop = Shop::open().await;
    let promised = shop.order("LMP-0043", 2).await;
    until("two are set aside", async || reserved(&shop, "LMP-0043").await == 2).await;
    // Of three there is one left, so the ledger says that it is short.
    let short = enter(&shop, "LMP-0043", 2).await;
    let is_cancelled = async || order(&shop, short.id).await.status == OrderStatus::Cancelled;
    until("who has no promise is cancelled", is_cancelled).await;
    assert_eq!(order(&shop, promised.id).await.status, OrderStatus::Confirmed);
}

#[tokio::test]
async fn an_order_whose_payment_fails_is_cancelled_and_gives_its_stock_back() {
    let shop = Shop::open().await;
    let placed = enter(&shop, "CHR-0011", 4).await;
    until("the ledger promises stock", async || reserved(&shop, "CHR-0011").await == 4).await;
    let payment = pay(&shop, &placed, AuthorizationStatus::Review).await;
    let body = Settlement { status: AuthorizationStatus::Voided };
    let request = settle_payment::Request { payment_id: payment.id, if_match: None, body };
    let ledger = payment_service_v1::Client::new(http(&shop, &slots::PAYMENT_SERVICE));
    ledger.settle_payment(&Context::new(), request).await.expect("it was under review");
    let is_cancelled = async || order(&shop, placed.id).await.status == OrderStatus::Cancelled;
    until("the order is cancelled", is_cancelled).await;
    let cancellation = order(&shop, placed.id).await.cancellation.expect("it says why");
    assert_eq!(cancellation.reason, CancellationReason::PaymentFailed);
    until("the ledger has its stock back", async || reserved(&shop, "CHR-0011").await == 0).await;
}
