// @generated from specs/apis/process/order-process.v2.yaml by `cargo xtask generate`. Do not edit.

//! Calls the Order Process API over HTTP.

use tiebeam::Context;

use crate::OrderProcess;
use crate::operations::{
    cancel_order, find_order_by_number, get_category, get_order, list_orders, list_products,
    place_order, quote_order,
};

/// A typed client of the API; cheap to clone.
#[derive(Debug, Clone)]
pub struct Client {
    http: tiebeam::Client,
}

impl Client {
    /// Calls the API through `http`, which knows where it is and how patient to be.
    #[must_use]
    pub fn new(http: tiebeam::Client) -> Self {
        Self { http }
    }
}

impl OrderProcess for Client {
    async fn list_products(
        &self,
        context: &Context,
        request: list_products::Request,
    ) -> Result<list_products::Response, list_products::Error> {
        self.http.call(context, &list_products::OPERATION, &request).await
    }

    async fn get_category(
        &self,
        context: &Context,
        request: get_category::Request,
    ) -> Result<get_category::Response, get_category::Error> {
        self.http.call(context, &get_category::OPERATION, &request).await
    }

    async fn quote_order(
        &self,
        context: &Context,
        request: quote_order::Request,
    ) -> Result<quote_order::Response, quote_order::Error> {
        self.http.call(context, &quote_order::OPERATION, &request).await
    }

    async fn place_order(
        &self,
        context: &Context,
        request: place_order::Request,
    ) -> Result<place_order::Response, place_order::Error> {
        self.http.call(context, &place_order::OPERATION, &request).await
    }

    async fn get_order(
        &self,
        context: &Context,
        request: get_order::Request,
    ) -> Result<get_order::Response, get_order::Error> {
        self.http.call(context, &get_order::OPERATION, &request).await
    }

    async fn list_orders(
        &self,
        context: &Context,
        request: list_orders::Request,
    ) -> Result<list_orders::Response, list_orders::Error> {
        self.http.call(context, &list_orders::OPERATION, &request).await
    }

    async fn cancel_order(
        &self,
        context: &Context,
        request: cancel_order::Request,
    ) -> Result<cancel_order::Response, cancel_order::Error> {
        self.http.call(context, &cancel_order::OPERATION, &request).await
    }

    async fn find_order_by_number(
        &self,
        context: &Context,
        request: find_order_by_number::Request,
    ) -> Result<find_order_by_number::Response, find_order_by_number::Error> {
        self.http.call(context, &find_order_by_number::OPERATION, &request).await
    }
}
