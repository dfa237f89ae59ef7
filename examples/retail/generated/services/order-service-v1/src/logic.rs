// @generated from specs/services/order-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What is written by hand of the Order Service: what it decides.

use retail_inventory_events::{InventoryReserved, InventoryShort};
use retail_payment_events::{PaymentAuthorized, PaymentFailed};
use tiebeam::consumer::Failure;

use crate::operations::{cancel_order, change_status, create_order, get_order, list_orders};
use crate::subscriptions::{
    cancel_short_order, cancel_unpaid_order, confirm_paid_order, remember_reservation,
};

/// Each method works in one transaction, and emits through it: what it writes and what it
/// says happened are kept together, or neither is.
/// [`Service`](crate::Service) begins and ends the transactions.
///
/// A handler may be called again for an event whose transaction was undone, and is not
/// called again for one that was applied.
pub trait OrderServiceLogic: Send + Sync + 'static {
    /// Enter an order.
    ///
    /// `POST /v1/orders` · scope `order-service.orders.write` · idempotent by `Idempotency-Key`
    ///
    /// Emits `OrderCreated`.
    ///
    /// # Errors
    ///
    /// Any problem.
    fn create_order(
        &self,
        work: create_order::Work,
        request: &create_order::Request,
    ) -> impl Future<Output = Result<create_order::Response, create_order::Error>> + Send;

    /// Read an order.
    ///
    /// `GET /v1/orders/{orderId}` · scope `order-service.orders.read`
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn get_order(
        &self,
        work: get_order::Work,
        request: &get_order::Request,
    ) -> impl Future<Output = Result<get_order::Response, get_order::Error>> + Send;

    /// List orders.
    ///
    /// The newest first.
    ///
    /// `GET /v1/orders` · scope `order-service.orders.read` · page by page
    ///
    /// # Errors
    ///
    /// Any problem.
    fn list_orders(
        &self,
        work: list_orders::Work,
        request: &list_orders::Request,
    ) -> impl Future<Output = Result<list_orders::Response, list_orders::Error>> + Send;

    /// Move an order forward.
    ///
    /// Sets the status; setting the status it already has changes nothing.
    /// Cancelling goes through `cancelOrder`, which asks for a reason.
    ///
    /// `PUT /v1/orders/{orderId}/status` · scope `order-service.orders.write` · heeds `If-Match`
    ///
    /// # Errors
    ///
    /// `NotFound`, `WrongStatus`, or any other problem.
    fn change_status(
        &self,
        work: change_status::Work,
        request: &change_status::Request,
    ) -> impl Future<Output = Result<change_status::Response, change_status::Error>> + Send;

    /// Give an order up.
    ///
    /// `PUT /v1/orders/{orderId}/cancellation` · scope `order-service.orders.write` · heeds `If-Match`
    ///
    /// Emits `OrderCancelled` where it applies.
    ///
    /// # Errors
    ///
    /// `NotFound`, `WrongStatus`, or any other problem.
    fn cancel_order(
        &self,
        work: cancel_order::Work,
        request: &cancel_order::Request,
    ) -> impl Future<Output = Result<cancel_order::Response, cancel_order::Error>> + Send;

    /// Handles `InventoryReserved`: stock is set aside for an order; the Shipping Process API plans
    /// the parcels when it hears of it.
    ///
    /// # Errors
    ///
    /// When it cannot be handled now, or ever.
    fn remember_reservation(
        &self,
        work: remember_reservation::Work,
        event: &InventoryReserved,
    ) -> impl Future<Output = Result<(), Failure>> + Send;

    /// Handles `InventoryShort`: too little lies in our warehouse for an order, so nothing is set
    /// aside for it.
    ///
    /// Emits `OrderCancelled` where it applies.
    ///
    /// # Errors
    ///
    /// When it cannot be handled now, or ever.
    fn cancel_short_order(
        &self,
        work: cancel_short_order::Work,
        event: &InventoryShort,
    ) -> impl Future<Output = Result<(), Failure>> + Send;

    /// Handles `PaymentAuthorized`: the money for an order is set aside.
    ///
    /// Emits `OrderConfirmed` where it applies.
    ///
    /// # Errors
    ///
    /// When it cannot be handled now, or ever.
    fn confirm_paid_order(
        &self,
        work: confirm_paid_order::Work,
        event: &PaymentAuthorized,
    ) -> impl Future<Output = Result<(), Failure>> + Send;

    /// Handles `PaymentFailed`: the provider declined, or did not answer in time and was told to
    /// forget it.
    ///
    /// Emits `OrderCancelled` where it applies.
    ///
    /// # Errors
    ///
    /// When it cannot be handled now, or ever.
    fn cancel_unpaid_order(
        &self,
        work: cancel_unpaid_order::Work,
        event: &PaymentFailed,
    ) -> impl Future<Output = Result<(), Failure>> + Send;
}
