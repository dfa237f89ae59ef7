// @generated from specs/services/inventory-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What is written by hand of the Inventory Service: what it decides.

use retail_order_events::{OrderCancelled, OrderCreated};
use tiebeam::consumer::Failure;

use crate::operations::{adjust_stock, get_stock_level, list_stock_levels};
use crate::subscriptions::{release_for_order, reserve_for_order};

/// Each method works in one transaction, and emits through it: what it writes and what it
/// says happened are kept together, or neither is.
/// [`Service`](crate::Service) begins and ends the transactions.
///
/// A handler may be called again for an event whose transaction was undone, and is not
/// called again for one that was applied.
pub trait InventoryServiceLogic: Send + Sync + 'static {
    /// List what lies where.
    ///
    /// `GET /v1/stock-levels` · scope `inventory-service.stock-levels.read` · page by page
    ///
    /// # Errors
    ///
    /// Any problem.
    fn list_stock_levels(
        &self,
        work: list_stock_levels::Work,
        request: &list_stock_levels::Request,
    ) -> impl Future<
        Output = Result<list_stock_levels::Response, list_stock_levels::Error>,
    > + Send;

    /// Read how much of a product lies in a warehouse.
    ///
    /// `GET /v1/warehouses/{warehouse}/stock-levels/{sku}` · scope `inventory-service.stock-levels.read`
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn get_stock_level(
        &self,
        work: get_stock_level::Work,
        request: &get_stock_level::Request,
    ) -> impl Future<
        Output = Result<get_stock_level::Response, get_stock_level::Error>,
    > + Send;

    /// Correct the ledger.
    ///
    /// `POST /v1/adjustments` · scope `inventory-service.adjustments.write` · idempotent by `Idempotency-Key`
    ///
    /// Emits `InventoryAdjusted`.
    ///
    /// # Errors
    ///
    /// `NotFound`, `WouldBeNegative`, or any other problem.
    fn adjust_stock(
        &self,
        work: adjust_stock::Work,
        request: &adjust_stock::Request,
    ) -> impl Future<
        Output = Result<adjust_stock::Response, adjust_stock::Error>,
    > + Send;

    /// Handles `OrderCancelled`: an order was given up, by the customer or by us. Whoever set
    /// something aside for it gives it back.
    ///
    /// # Errors
    ///
    /// When it cannot be handled now, or ever.
    fn release_for_order(
        &self,
        work: release_for_order::Work,
        event: &OrderCancelled,
    ) -> impl Future<Output = Result<(), Failure>> + Send;

    /// Handles `OrderCreated`: a customer placed an order and we accepted it; nothing is promised
    /// yet.
    ///
    /// Emits `InventoryReserved`, `InventoryShort` where it applies.
    ///
    /// # Errors
    ///
    /// When it cannot be handled now, or ever.
    fn reserve_for_order(
        &self,
        work: reserve_for_order::Work,
        event: &OrderCreated,
    ) -> impl Future<Output = Result<(), Failure>> + Send;
}
