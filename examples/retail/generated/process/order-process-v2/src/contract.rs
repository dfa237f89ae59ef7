// @generated from specs/apis/process/order-process.v2.yaml by `cargo xtask generate`. Do not edit.

//! The contract of the Order Process API: one method per operation.

use std::sync::Arc;

use tiebeam::Context;

use crate::operations::{
    cancel_order, find_order_by_number, get_category, get_order, list_orders, list_products,
    place_order, quote_order,
};

/// Takes an order from request to fulfilment, whatever the channel and however it is paid.
///
/// An order is placed in five steps: the customer is looked up, the basket is priced, stock is
/// set aside, the payment is authorized, and the order is entered.
/// When a step fails, what was done before it is undone, the last thing first.
///
/// The hand-written implementation, the HTTP [`Client`](crate::Client) and the
/// [`Stub`](crate::Stub) all implement it.
pub trait OrderProcess: Send + Sync + 'static {
    /// List what we sell.
    ///
    /// `GET /v2/products` · scope `order-process.products.read` · page by page
    ///
    /// # Errors
    ///
    /// Any problem.
    fn list_products(
        &self,
        context: &Context,
        request: list_products::Request,
    ) -> impl Future<
        Output = Result<list_products::Response, list_products::Error>,
    > + Send;

    /// Read a category with everything inside it.
    ///
    /// `GET /v2/categories/{category}` · scope `order-process.products.read`
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn get_category(
        &self,
        context: &Context,
        request: get_category::Request,
    ) -> impl Future<
        Output = Result<get_category::Response, get_category::Error>,
    > + Send;

    /// Price a basket.
    ///
    /// Answers what an order would cost now.
    /// Nothing is set aside and nothing is remembered, so a repetition is harmless.
    ///
    /// `POST /v2/quotes` · scope `order-process.quotes.read`
    ///
    /// # Errors
    ///
    /// `UnknownProduct`, `NotFound`, or any other problem.
    fn quote_order(
        &self,
        context: &Context,
        request: quote_order::Request,
    ) -> impl Future<Output = Result<quote_order::Response, quote_order::Error>> + Send;

    /// Place an order.
    ///
    /// Looks the customer up, prices the basket, sets stock aside, authorizes the payment and
    /// enters the order.
    /// An order whose payment is still under review is taken with `202`: it is confirmed or
    /// cancelled as soon as the provider knows.
    ///
    /// `POST /v2/orders` · scope `order-process.orders.write` · idempotent by `Idempotency-Key`
    ///
    /// # Errors
    ///
    /// `NotFound`, `OutOfStock`, `UnknownProduct`, `PaymentDeclined`, `CreditExceeded`, `CustomerOnHold`, or any other problem.
    fn place_order(
        &self,
        context: &Context,
        request: place_order::Request,
    ) -> impl Future<Output = Result<place_order::Response, place_order::Error>> + Send;

    /// Read an order.
    ///
    /// `GET /v2/orders/{orderId}` · scope `order-process.orders.read`
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
    /// `GET /v2/orders` · scope `order-process.orders.read` · page by page
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
    /// Closes the order first and then gives stock and money back, so that nobody ships what was
    /// refunded.
    ///
    /// `POST /v2/orders/{orderId}/cancellations` · scope `order-process.orders.write` · idempotent by `Idempotency-Key` · heeds `If-Match`
    ///
    /// # Errors
    ///
    /// `NotFound`, `WrongStatus`, or any other problem.
    fn cancel_order(
        &self,
        context: &Context,
        request: cancel_order::Request,
    ) -> impl Future<
        Output = Result<cancel_order::Response, cancel_order::Error>,
    > + Send;

    /// Find an order by its number.
    ///
    /// `GET /v2/order-numbers/{orderNumber}` · scope `order-process.orders.read`
    ///
    /// **Deprecated** since 2026-11-01, answers until 2027-02-28. Use `listOrders` with `number`,
    /// which does the same and can be combined.
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn find_order_by_number(
        &self,
        context: &Context,
        request: find_order_by_number::Request,
    ) -> impl Future<
        Output = Result<find_order_by_number::Response, find_order_by_number::Error>,
    > + Send;
}

impl<T: OrderProcess> OrderProcess for Arc<T> {
    fn list_products(
        &self,
        context: &Context,
        request: list_products::Request,
    ) -> impl Future<
        Output = Result<list_products::Response, list_products::Error>,
    > + Send {
        T::list_products(self, context, request)
    }

    fn get_category(
        &self,
        context: &Context,
        request: get_category::Request,
    ) -> impl Future<
        Output = Result<get_category::Response, get_category::Error>,
    > + Send {
        T::get_category(self, context, request)
    }

    fn quote_order(
        &self,
        context: &Context,
        request: quote_order::Request,
    ) -> impl Future<Output = Result<quote_order::Response, quote_order::Error>> + Send {
        T::quote_order(self, context, request)
    }

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

    fn cancel_order(
        &self,
        context: &Context,
        request: cancel_order::Request,
    ) -> impl Future<
        Output = Result<cancel_order::Response, cancel_order::Error>,
    > + Send {
        T::cancel_order(self, context, request)
    }

    fn find_order_by_number(
        &self,
        context: &Context,
        request: find_order_by_number::Request,
    ) -> impl Future<
        Output = Result<find_order_by_number::Response, find_order_by_number::Error>,
    > + Send {
        T::find_order_by_number(self, context, request)
    }
}
