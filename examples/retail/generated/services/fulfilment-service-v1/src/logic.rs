// @generated from specs/services/fulfilment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What is written by hand of the Fulfilment Service: what it decides.

use retail_inventory_events::InventoryReserved;
use retail_order_events::OrderCancelled;
use shipping_process_v1::ShippingProcess;
use tiebeam::consumer::Failure;

use crate::operations::{get_plan, list_plans};
use crate::subscriptions::{drop_plan, plan_parcels};

/// Each method works in one transaction, and emits through it: what it writes and what it
/// says happened are kept together, or neither is.
/// [`Service`](crate::Service) begins and ends the transactions.
///
/// A handler may be called again for an event whose transaction was undone, and is not
/// called again for one that was applied.
///
/// One that calls other APIs does so first, under keys that stay the same when it is called again,
/// and gets its transaction from `effects.work()` then; one that came too late does not get it.
pub trait FulfilmentServiceLogic: Send + Sync + 'static {
    /// Read what is to be packed for an order.
    ///
    /// `GET /v1/plans/{orderId}` · scope `fulfilment-service.plans.read`
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn get_plan(
        &self,
        work: get_plan::Work,
        request: &get_plan::Request,
    ) -> impl Future<Output = Result<get_plan::Response, get_plan::Error>> + Send;

    /// List what is to be packed.
    ///
    /// In the order in which the orders were placed.
    ///
    /// `GET /v1/plans` · scope `fulfilment-service.plans.read` · page by page
    ///
    /// # Errors
    ///
    /// Any problem.
    fn list_plans(
        &self,
        work: list_plans::Work,
        request: &list_plans::Request,
    ) -> impl Future<Output = Result<list_plans::Response, list_plans::Error>> + Send;

    /// Handles `InventoryReserved`: stock is set aside for an order; the Shipping Process API plans
    /// the parcels when it hears of it.
    ///
    /// Calls the Shipping Process API.
    ///
    /// # Errors
    ///
    /// When it cannot be handled now, or ever.
    fn plan_parcels(
        &self,
        effects: plan_parcels::Effects<impl ShippingProcess>,
        event: &InventoryReserved,
    ) -> impl Future<Output = Result<(), Failure>> + Send;

    /// Handles `OrderCancelled`: an order was given up, by the customer or by us. Whoever set
    /// something aside for it gives it back.
    ///
    /// # Errors
    ///
    /// When it cannot be handled now, or ever.
    fn drop_plan(
        &self,
        work: drop_plan::Work,
        event: &OrderCancelled,
    ) -> impl Future<Output = Result<(), Failure>> + Send;
}
