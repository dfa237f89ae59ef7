// @generated from specs/services/order-history-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What is written by hand of the Order History Service: what it decides.

use retail_order_events::{OrderCancelled, OrderConfirmed, OrderCreated};
use tiebeam::consumer::Failure;

use crate::operations::{get_past_order, list_past_orders};
use crate::subscriptions::{note_cancellation, note_confirmation, note_order};

/// Each method works in one transaction, and emits through it: what it writes and what it
/// says happened are kept together, or neither is.
/// [`Service`](crate::Service) begins and ends the transactions.
///
/// A handler may be called again for an event whose transaction was undone, and is not
/// called again for one that was applied.
pub trait OrderHistoryServiceLogic: Send + Sync + 'static {
    /// List what became of orders.
    ///
    /// The latest first.
    ///
    /// `GET /v1/past-orders` · scope `order-history-service.past-orders.read` · page by page
    ///
    /// # Errors
    ///
    /// Any problem.
    fn list_past_orders(
        &self,
        work: list_past_orders::Work,
        request: &list_past_orders::Request,
    ) -> impl Future<Output = Result<list_past_orders::Response, list_past_orders::Error>> + Send;

    /// Read what became of an order.
    ///
    /// `GET /v1/past-orders/{orderId}` · scope `order-history-service.past-orders.read`
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn get_past_order(
        &self,
        work: get_past_order::Work,
        request: &get_past_order::Request,
    ) -> impl Future<Output = Result<get_past_order::Response, get_past_order::Error>> + Send;

    /// Handles `OrderCancelled`: an order was given up, by the customer or by us. Whoever set
    /// something aside for it gives it back.
    ///
    /// # Errors
    ///
    /// When it cannot be handled now, or ever.
    fn note_cancellation(
        &self,
        work: note_cancellation::Work,
        event: &OrderCancelled,
    ) -> impl Future<Output = Result<(), Failure>> + Send;

    /// Handles `OrderConfirmed`: stock is reserved and the payment is authorized, so from here on
    /// we owe a delivery.
    ///
    /// # Errors
    ///
    /// When it cannot be handled now, or ever.
    fn note_confirmation(
        &self,
        work: note_confirmation::Work,
        event: &OrderConfirmed,
    ) -> impl Future<Output = Result<(), Failure>> + Send;

    /// Handles `OrderCreated`: a customer placed an order and we accepted it; nothing is promised
    /// yet.
    ///
    /// # Errors
    ///
    /// When it cannot be handled now, or ever.
    fn note_order(
        &self,
        work: note_order::Work,
        event: &OrderCreated,
    ) -> impl Future<Output = Result<(), Failure>> + Send;
}
