// @generated from specs/services/fulfilment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! The contract of the Fulfilment Service: one method per operation.

use std::sync::Arc;

use tiebeam::Context;

use crate::operations::{get_plan, list_plans};

/// Keeps the list of what the warehouse has to pack.
/// It hears of stock that is set aside, has the parcels planned, and strikes out what was
/// cancelled.
///
/// The hand-written implementation, the HTTP [`Client`](crate::Client) and the
/// [`Stub`](crate::Stub) all implement it.
pub trait FulfilmentService: Send + Sync + 'static {
    /// Read what is to be packed for an order.
    ///
    /// `GET /v1/plans/{orderId}` · scope `fulfilment-service.plans.read`
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn get_plan(
        &self,
        context: &Context,
        request: get_plan::Request,
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
        context: &Context,
        request: list_plans::Request,
    ) -> impl Future<Output = Result<list_plans::Response, list_plans::Error>> + Send;
}

impl<T: FulfilmentService> FulfilmentService for Arc<T> {
    fn get_plan(
        &self,
        context: &Context,
        request: get_plan::Request,
    ) -> impl Future<Output = Result<get_plan::Response, get_plan::Error>> + Send {
        T::get_plan(self, context, request)
    }

    fn list_plans(
        &self,
        context: &Context,
        request: list_plans::Request,
    ) -> impl Future<Output = Result<list_plans::Response, list_plans::Error>> + Send {
        T::list_plans(self, context, request)
    }
}
