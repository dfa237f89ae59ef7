// @generated from specs/apis/experience/order-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! Calls the Order Experience API over HTTP.

use tiebeam::Context;

use crate::OrderExperience;
use crate::operations::{
    browse_products, cancel_order, check_out, get_order, get_shelf, list_orders, quote_basket,
    track_order,
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

impl OrderExperience for Client {
    async fn browse_products(
        &self,
        context: &Context,
        request: browse_products::Request,
    ) -> Result<browse_products::Response, browse_products::Error> {
        self.http.call(context, &browse_products::OPERATION, &request).await
    }

    async fn get_shelf(
        &self,
        context: &Context,
        request: get_shelf::Request,
    ) -> Result<get_shelf::Response, get_shelf::Error> {
        self.http.call(context, &get_shelf::OPERATION, &request).await
    }

    async fn quote_basket(
        &self,
        context: &Context,
        request: quote_basket::Request,
    ) -> Result<quote_basket::Response, quote_basket::Error> {
        self.http.call(context, &quote_basket::OPERATION, &request).await
    }

    async fn check_out(
        &self,
        context: &Context,
        request: check_out::Request,
    ) -> Result<check_out::Response, check_out::Error> {
        self.http.call(context, &check_out::OPERATION, &request).await
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

    async fn track_order(
        &self,
        context: &Context,
        request: track_order::Request,
    ) -> Result<track_order::Response, track_order::Error> {
        self.http.call(context, &track_order::OPERATION, &request).await
    }
}
