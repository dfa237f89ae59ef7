// @generated from specs/services/order-history-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Calls the Order History Service over HTTP.

use tiebeam::Context;

use crate::OrderHistoryService;
use crate::operations::{get_past_order, list_past_orders};

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

impl OrderHistoryService for Client {
    async fn list_past_orders(
        &self,
        context: &Context,
        request: list_past_orders::Request,
    ) -> Result<list_past_orders::Response, list_past_orders::Error> {
        self.http.call(context, &list_past_orders::OPERATION, &request).await
    }

    async fn get_past_order(
        &self,
        context: &Context,
        request: get_past_order::Request,
    ) -> Result<get_past_order::Response, get_past_order::Error> {
        self.http.call(context, &get_past_order::OPERATION, &request).await
    }
}
