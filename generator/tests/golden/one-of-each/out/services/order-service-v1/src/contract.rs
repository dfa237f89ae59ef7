// @generated from specs/services/order.yaml by `cargo xtask generate`. Do not edit.

//! The contract of the Order Service: one method per operation.

use std::sync::Arc;

use tiebeam::Context;

use crate::operations::{create_order, get_order};

/// Owns the orders.
///
/// The hand-written implementation, the HTTP [`Client`](crate::Client) and the
/// [`Stub`](crate::Stub) all implement it.
pub trait OrderService: Send + Sync + 'static {
    /// Store an order.
    ///
    /// `POST /v1/orders` · scope `orders:write` · idempotent where `Idempotency-Key` is sent
    ///
    /// # Errors
    ///
    /// `Conflict`, or any other problem.
    fn create_order(
        &self,
        context: &Context,
        request: create_order::Request,
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
        context: &Context,
        request: get_order::Request,
    ) -> impl Future<Output = Result<get_order::Response, get_order::Error>> + Send;
}

impl<T: OrderService> OrderService for Arc<T> {
    fn create_order(
        &self,
        context: &Context,
        request: create_order::Request,
    ) -> impl Future<Output = Result<create_order::Response, create_order::Error>> + Send {
        T::create_order(self, context, request)
    }

    fn get_order(
        &self,
        context: &Context,
        request: get_order::Request,
    ) -> impl Future<Output = Result<get_order::Response, get_order::Error>> + Send {
        T::get_order(self, context, request)
    }
}
