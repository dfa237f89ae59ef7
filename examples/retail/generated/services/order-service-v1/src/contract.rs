// @generated from specs/services/order-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! The contract of the Order Service: one method per operation.

use std::sync::Arc;

use tiebeam::Context;

use crate::operations::{cancel_order, change_status, create_order, get_order, list_orders};

/// Owns orders: their numbers, their lines and where they stand.
/// It checks that an order is complete and that its status moves forward only; whether the
/// order is a good idea was decided before.
///
/// The hand-written implementation, the HTTP [`Client`](crate::Client) and the
/// [`Stub`](crate::Stub) all implement it.
pub trait OrderService: Send + Sync + 'static {
    /// Enter an order.
    ///
    /// `POST /v1/orders` · scope `order-service.orders.write` · idempotent by `Idempotency-Key`
    ///
    /// # Errors
    ///
    /// Any problem.
    fn create_order(
        &self,
        context: &Context,
        request: create_order::Request,
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
        context: &Context,
        request: get_order::Request,
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
        context: &Context,
        request: list_orders::Request,
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
        context: &Context,
        request: change_status::Request,
    ) -> impl Future<Output = Result<change_status::Response, change_status::Error>> + Send;

    /// Give an order up.
    ///
    /// `PUT /v1/orders/{orderId}/cancellation` · scope `order-service.orders.write` · heeds `If-Match`
    ///
    /// # Errors
    ///
    /// `NotFound`, `WrongStatus`, or any other problem.
    fn cancel_order(
        &self,
        context: &Context,
        request: cancel_order::Request,
    ) -> impl Future<Output = Result<cancel_order::Response, cancel_order::Error>> + Send;
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

    fn list_orders(
        &self,
        context: &Context,
        request: list_orders::Request,
    ) -> impl Future<Output = Result<list_orders::Response, list_orders::Error>> + Send {
        T::list_orders(self, context, request)
    }

    fn change_status(
        &self,
        context: &Context,
        request: change_status::Request,
    ) -> impl Future<Output = Result<change_status::Response, change_status::Error>> + Send {
        T::change_status(self, context, request)
    }

    fn cancel_order(
        &self,
        context: &Context,
        request: cancel_order::Request,
    ) -> impl Future<Output = Result<cancel_order::Response, cancel_order::Error>> + Send {
        T::cancel_order(self, context, request)
    }
}
