// @generated from specs/apis/process/order-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! The contract of the Order Process API: one method per operation.

use std::sync::Arc;

use tiebeam::Context;

use crate::operations::{get_order, list_orders, place_order};

/// Takes an order from request to fulfilment, for one card and one address.
/// It was made when cards were all we took; version 2 takes every way to pay and tells more
/// when something goes wrong.
///
/// The hand-written implementation, the HTTP [`Client`](crate::Client) and the
/// [`Stub`](crate::Stub) all implement it.
pub trait OrderProcess: Send + Sync + 'static {
    /// Place an order.
    ///
    /// `POST /v1/orders` · scope `order-process.orders.write` · idempotent where `Idempotency-Key` is sent
    ///
    /// **Deprecated** since 2026-10-01, answers until 2027-03-31; use `order-process@2` instead. It
    /// knows cards only, and its errors do not say which item is missing.
    ///
    /// # Errors
    ///
    /// `OutOfStock`, `PaymentDeclined`, `CustomerOnHold`, or any other problem.
    fn place_order(
        &self,
        context: &Context,
        request: place_order::Request,
    ) -> impl Future<Output = Result<place_order::Response, place_order::Error>> + Send;

    /// Read an order.
    ///
    /// `GET /v1/orders/{orderId}` · scope `order-process.orders.read`
    ///
    /// **Deprecated** since 2026-10-01, answers until 2027-03-31; use `order-process@2` instead. It
    /// knows cards only, and its errors do not say which item is missing.
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn get_order(
        &self,
        context: &Context,
        request: get_order::Request,
    ) -> impl Future<Output = Result<get_order::Response, get_order::Error>> + Send;

    /// List the orders of a customer.
    ///
    /// `GET /v1/orders` · scope `order-process.orders.read` · page by page
    ///
    /// **Deprecated** since 2026-10-01, answers until 2027-03-31; use `order-process@2` instead. It
    /// knows cards only, and its errors do not say which item is missing.
    ///
    /// # Errors
    ///
    /// Any problem.
    fn list_orders(
        &self,
        context: &Context,
        request: list_orders::Request,
    ) -> impl Future<Output = Result<list_orders::Response, list_orders::Error>> + Send;
}

impl<T: OrderProcess> OrderProcess for Arc<T> {
    fn place_order(
        &self,
        context: &Context,
        request: place_order::Request,
    ) -> impl Future<Output = Result<place_order::Response, place_order::Error>> + Send {
        T::place_order(self, context, request)
    }

    fn get_order(
        &self,
        context: &Context,
        request: get_order::Request,
    ) -> impl Future<Output = Result<get_order::Response, get_order::Error>> + Send {
        T::get_order(self, context, request)
    }

    fn list_orders(
        &self,
        context: &Context,
        request: list_orders::Request,
    ) -> impl Future<Output = Result<list_orders::Response, list_orders::Error>> + Send {
        T::list_orders(self, context, request)
    }
}
