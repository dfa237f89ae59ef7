// @generated from specs/apis/process/order-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! Calls the Order Process API over HTTP.

use tiebeam::Context;

use crate::OrderProcess;
use crate::operations::{get_order, list_orders, place_order};

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
}
