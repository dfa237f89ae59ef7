// @generated from specs/services/fulfilment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Calls the Fulfilment Service over HTTP.

use tiebeam::Context;

use crate::FulfilmentService;
use crate::operations::{get_plan, list_plans};

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

impl FulfilmentService for Client {
    async fn get_plan(
        &self,
        context: &Context,
        request: get_plan::Request,
    ) -> Result<get_plan::Response, get_plan::Error> {
        self.http.call(context, &get_plan::OPERATION, &request).await
    }

    async fn list_plans(
        &self,
        context: &Context,
        request: list_plans::Request,
    ) -> Result<list_plans::Response, list_plans::Error> {
        self.http.call(context, &list_plans::OPERATION, &request).await
    }
}
