// @generated from specs/services/order.yaml by `cargo xtask generate`. Do not edit.

//! Calls the Order Service over HTTP.

use tiebeam::Context;

use crate::OrderService;
use crate::operations::{create_order, get_order};

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
}
