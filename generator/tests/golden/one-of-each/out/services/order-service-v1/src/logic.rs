// @generated from specs/services/order.yaml by `cargo xtask generate`. Do not edit.

//! What is written by hand of the Order Service: what it decides.

use billing_system_v2::BillingSystem;
use shop_order_events::{OrderArchived, OrderPlaced};
use tiebeam::consumer::Failure;

use crate::operations::{create_order, get_order};
use crate::subscriptions::{count_order, refund_order};

/// Each method works in one transaction, and emits through it: what it writes and what it
/// says happened are kept together, or neither is.
/// [`Service`](crate::Service) begins and ends the transactions.
///
/// A handler may be called again for an event whose transaction was undone, and is not
/// called again for one that was applied.
///
/// One that calls other APIs does so first, under keys that stay the same when it is called again,
/// and gets its transaction from `effects.work()` then; one that came too late does not get it.
pub trait OrderServiceLogic: Send + Sync + 'static {
    /// Store an order.
    ///
    /// `POST /v1/orders` · scope `orders:write` · idempotent where `Idempotency-Key` is sent
    ///
    /// Emits `OrderPlaced`, `OrderPlacedV2`.
    ///
    /// # Errors
    ///
    /// `Conflict`, or any other problem.
    fn create_order(
        &self,
        work: create_order::Work,
        request: &create_order::Request,
    ) -> impl Future<Output = Result<create_order::Response, create_order::Error>> + Send;

    /// Show an order.
    ///
    /// `GET /v1/orders/{orderId}` · scope `orders:read`
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn get_order(
        &self,
        work: get_order::Work,
        request: &get_order::Request,
    ) -> impl Future<Output = Result<get_order::Response, get_order::Error>> + Send;

    /// Handles `OrderArchived`: an order left the books.
    ///
    /// Calls the Billing System API.
    ///
    /// Emits `OrderPlacedV2` where it applies.
    ///
    /// # Errors
    ///
    /// When it cannot be handled now, or ever.
    fn refund_order(
        &self,
        effects: refund_order::Effects<impl BillingSystem>,
        event: &OrderArchived,
    ) -> impl Future<Output = Result<(), Failure>> + Send;

    /// Handles `OrderPlaced`: a customer placed an order.
    ///
    /// # Errors
    ///
    /// When it cannot be handled now, or ever.
    fn count_order(
        &self,
        work: count_order::Work,
        event: &OrderPlaced,
    ) -> impl Future<Output = Result<(), Failure>> + Send;
}
