// @generated from specs/services/order-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Calls the Order Service over HTTP.

use tiebeam::Context;

use crate::OrderService;
use crate::operations::{cancel_order, change_status, create_order, get_order, list_orders};

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

impl OrderService for Client {
    async fn create_order(
        &self,
        context: &Context,
        request: create_order::Request,
    ) -> Result<create_order::Response, create_order::Error> {
        self.http.call(context, &create_order::OPERATION, &request).await
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

    async fn change_status(
        &self,
        context: &Context,
        request: change_status::Request,
    ) -> Result<change_status::Response, change_status::Error> {
        self.http.call(context, &change_status::OPERATION, &request).await
    }

    async fn cancel_order(
        &self,
        context: &Context,
        request: cancel_order::Request,
    ) -> Result<cancel_order::Response, cancel_order::Error> {
        self.http.call(context, &cancel_order::OPERATION, &request).await
    }
}
