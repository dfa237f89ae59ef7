// @generated from specs/apis/order.yaml by `cargo xtask generate`. Do not edit.

//! The contract of the Order Process API: one method per operation.

use std::sync::Arc;

use tiebeam::Context;

use crate::operations::{
    cancel_order, change_order, count_orders, get_order, list_orders, place_order,
};

/// Takes an order from request to fulfilment.
///
/// - checks the stock
/// - takes the payment
///
/// The hand-written implementation, the HTTP [`Client`](crate::Client) and the
/// [`Stub`](crate::Stub) all implement it.
pub trait OrderProcess: Send + Sync + 'static {
    /// Place an order.
    ///
    /// The stock is reserved before the payment is taken.
    ///
    /// ```text
    /// reserve → authorize → create
    /// ```
    ///
    /// `POST /v1/orders` · scope `orders:write` · idempotent by `Idempotency-Key`
    ///
    /// # Errors
    ///
    /// `OutOfStock`, `PaymentDeclined`, or any other problem.
    fn place_order(
        &self,
        context: &Context,
        request: place_order::Request,
    ) -> impl Future<Output = Result<place_order::Response, place_order::Error>> + Send;

    /// List the orders of a customer.
    ///
    /// `GET /v1/orders` · scope `orders:read` · page by page
    ///
    /// # Errors
    ///
    /// Any problem.
    fn list_orders(
        &self,
        context: &Context,
        request: list_orders::Request,
    ) -> impl Future<Output = Result<list_orders::Response, list_orders::Error>> + Send;

    /// Show an order.
    ///
    /// `GET /v1/orders/{orderId}` · scope `orders:read`
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn get_order(
        &self,
        context: &Context,
        request: get_order::Request,
    ) -> impl Future<Output = Result<get_order::Response, get_order::Error>> + Send;

    /// Change an order.
    ///
    /// `PATCH /v1/orders/{orderId}` · scope `orders:write` · only with `If-Match`
    ///
    /// # Errors
    ///
    /// `NotFound`, `Conflict`, `Gone`, `Forbidden`, or any other problem.
    fn change_order(
        &self,
        context: &Context,
        request: change_order::Request,
    ) -> impl Future<Output = Result<change_order::Response, change_order::Error>> + Send;

    /// Cancel an order.
    ///
    /// `DELETE /v1/orders/{orderId}` · scopes `orders:write`, `orders:cancel` · heeds `If-Match`
    ///
    /// **Deprecated** since 2026-01-01, answers until 2026-12-31. Change its status instead.
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn cancel_order(
        &self,
        context: &Context,
        request: cancel_order::Request,
    ) -> impl Future<Output = Result<cancel_order::Response, cancel_order::Error>> + Send;

    /// Count the orders of a region.
    ///
    /// `GET /v1/regions/{region}/count` · public
    ///
    /// # Errors
    ///
    /// Any problem.
    fn count_orders(
        &self,
        context: &Context,
        request: count_orders::Request,
    ) -> impl Future<Output = Result<count_orders::Response, count_orders::Error>> + Send;
}

impl<T: OrderProcess> OrderProcess for Arc<T> {
    fn place_order(
        &self,
        context: &Context,
        request: place_order::Request,
    ) -> impl Future<Output = Result<place_order::Response, place_order::Error>> + Send {
        T::place_order(self, context, request)
    }

    fn list_orders(
        &self,
        context: &Context,
        request: list_orders::Request,
    ) -> impl Future<Output = Result<list_orders::Response, list_orders::Error>> + Send {
        T::list_orders(self, context, request)
    }

    fn get_order(
        &self,
        context: &Context,
        request: get_order::Request,
    ) -> impl Future<Output = Result<get_order::Response, get_order::Error>> + Send {
        T::get_order(self, context, request)
    }

    fn change_order(
        &self,
        context: &Context,
        request: change_order::Request,
    ) -> impl Future<Output = Result<change_order::Response, change_order::Error>> + Send {
        T::change_order(self, context, request)
    }

    fn cancel_order(
        &self,
        context: &Context,
        request: cancel_order::Request,
    ) -> impl Future<Output = Result<cancel_order::Response, cancel_order::Error>> + Send {
        T::cancel_order(self, context, request)
    }

    fn count_orders(
        &self,
        context: &Context,
        request: count_orders::Request,
    ) -> impl Future<Output = Result<count_orders::Response, count_orders::Error>> + Send {
        T::count_orders(self, context, request)
    }
}
