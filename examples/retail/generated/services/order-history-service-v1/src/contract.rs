// @generated from specs/services/order-history-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! The contract of the Order History Service: one method per operation.

use std::sync::Arc;

use tiebeam::Context;

use crate::operations::{get_past_order, list_past_orders};

/// Remembers what became of the orders of each customer.
/// It asks nobody and owns no order: everything in it was told by events, in whatever order
/// they came, and could be told again.
///
/// The hand-written implementation, the HTTP [`Client`](crate::Client) and the
/// [`Stub`](crate::Stub) all implement it.
pub trait OrderHistoryService: Send + Sync + 'static {
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
        context: &Context,
        request: list_past_orders::Request,
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
        context: &Context,
        request: get_past_order::Request,
    ) -> impl Future<Output = Result<get_past_order::Response, get_past_order::Error>> + Send;
}

impl<T: OrderHistoryService> OrderHistoryService for Arc<T> {
    fn list_past_orders(
        &self,
        context: &Context,
        request: list_past_orders::Request,
    ) -> impl Future<Output = Result<list_past_orders::Response, list_past_orders::Error>> + Send {
        T::list_past_orders(self, context, request)
    }

    fn get_past_order(
        &self,
        context: &Context,
        request: get_past_order::Request,
    ) -> impl Future<Output = Result<get_past_order::Response, get_past_order::Error>> + Send {
        T::get_past_order(self, context, request)
    }
}
