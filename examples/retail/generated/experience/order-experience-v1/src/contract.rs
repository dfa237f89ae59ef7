// @generated from specs/apis/experience/order-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! The contract of the Order Experience API: one method per operation.

use std::sync::Arc;

use tiebeam::Context;

use crate::operations::{
    browse_products, cancel_order, check_out, get_order, get_shelf, list_orders, quote_basket,
    track_order,
};

/// Browsing, buying and tracking, as the mobile app needs it.
/// The app is updated when its owner feels like it, so answers only ever grow.
///
/// The hand-written implementation, the HTTP [`Client`](crate::Client) and the
/// [`Stub`](crate::Stub) all implement it.
pub trait OrderExperience: Send + Sync + 'static {
    /// Browse the catalog.
    ///
    /// `GET /v1/products` · public · page by page
    ///
    /// # Errors
    ///
    /// Any problem.
    fn browse_products(
        &self,
        context: &Context,
        request: browse_products::Request,
    ) -> impl Future<Output = Result<browse_products::Response, browse_products::Error>> + Send;

    /// Show a shelf and the shelves inside it.
    ///
    /// `GET /v1/shelves/{shelf}` · public
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn get_shelf(
        &self,
        context: &Context,
        request: get_shelf::Request,
    ) -> impl Future<Output = Result<get_shelf::Response, get_shelf::Error>> + Send;

    /// Show what a basket costs.
    ///
    /// `POST /v1/quotes` · scope `order-experience.quotes.read`
    ///
    /// # Errors
    ///
    /// `NotFound`, `NotOrderable`, or any other problem.
    fn quote_basket(
        &self,
        context: &Context,
        request: quote_basket::Request,
    ) -> impl Future<Output = Result<quote_basket::Response, quote_basket::Error>> + Send;

    /// Buy what is in the basket.
    ///
    /// Answers `201` when the order is confirmed.
    /// Answers `202` when the bank takes a second look: tell the customer that we write as soon as
    /// we know.
    ///
    /// `POST /v1/orders` · scope `order-experience.orders.write` · idempotent by `Idempotency-Key`
    ///
    /// # Errors
    ///
    /// `NotFound`, `Forbidden`, `OutOfStock`, `PaymentFailed`, `NotOrderable`, or any other problem.
    fn check_out(
        &self,
        context: &Context,
        request: check_out::Request,
    ) -> impl Future<Output = Result<check_out::Response, check_out::Error>> + Send;

    /// Show an order.
    ///
    /// `GET /v1/orders/{orderId}` · scope `order-experience.orders.read`
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn get_order(
        &self,
        context: &Context,
        request: get_order::Request,
    ) -> impl Future<Output = Result<get_order::Response, get_order::Error>> + Send;

    /// Show the orders of a customer.
    ///
    /// `GET /v1/orders` · scope `order-experience.orders.read` · page by page
    ///
    /// # Errors
    ///
    /// Any problem.
    fn list_orders(
        &self,
        context: &Context,
        request: list_orders::Request,
    ) -> impl Future<Output = Result<list_orders::Response, list_orders::Error>> + Send;

    /// Cancel an order.
    ///
    /// `POST /v1/orders/{orderId}/cancellations` · scope `order-experience.orders.write` · idempotent by `Idempotency-Key` · heeds `If-Match`
    ///
    /// # Errors
    ///
    /// `NotFound`, `TooLate`, or any other problem.
    fn cancel_order(
        &self,
        context: &Context,
        request: cancel_order::Request,
    ) -> impl Future<Output = Result<cancel_order::Response, cancel_order::Error>> + Send;

    /// Show where the parcels are.
    ///
    /// `GET /v1/orders/{orderId}/parcels` · scope `order-experience.orders.read`
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn track_order(
        &self,
        context: &Context,
        request: track_order::Request,
    ) -> impl Future<Output = Result<track_order::Response, track_order::Error>> + Send;
}

impl<T: OrderExperience> OrderExperience for Arc<T> {
    fn browse_products(
        &self,
        context: &Context,
        request: browse_products::Request,
    ) -> impl Future<Output = Result<browse_products::Response, browse_products::Error>> + Send {
        T::browse_products(self, context, request)
    }

    fn get_shelf(
        &self,
        context: &Context,
        request: get_shelf::Request,
    ) -> impl Future<Output = Result<get_shelf::Response, get_shelf::Error>> + Send {
        T::get_shelf(self, context, request)
    }

    fn quote_basket(
        &self,
        context: &Context,
        request: quote_basket::Request,
    ) -> impl Future<Output = Result<quote_basket::Response, quote_basket::Error>> + Send {
        T::quote_basket(self, context, request)
    }

    fn check_out(
        &self,
        context: &Context,
        request: check_out::Request,
    ) -> impl Future<Output = Result<check_out::Response, check_out::Error>> + Send {
        T::check_out(self, context, request)
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

    fn cancel_order(
        &self,
        context: &Context,
        request: cancel_order::Request,
    ) -> impl Future<Output = Result<cancel_order::Response, cancel_order::Error>> + Send {
        T::cancel_order(self, context, request)
    }

    fn track_order(
        &self,
        context: &Context,
        request: track_order::Request,
    ) -> impl Future<Output = Result<track_order::Response, track_order::Error>> + Send {
        T::track_order(self, context, request)
    }
}
