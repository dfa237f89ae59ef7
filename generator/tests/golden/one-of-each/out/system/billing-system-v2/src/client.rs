// @generated from specs/apis/billing.v2.yaml by `cargo xtask generate`. Do not edit.

//! Calls the Billing System API over HTTP.

use tiebeam::Context;

use crate::BillingSystem;
use crate::operations::count_bills;

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

impl BillingSystem for Client {
    async fn count_bills(
        &self,
        context: &Context,
        request: count_bills::Request,
    ) -> Result<count_bills::Response, count_bills::Error> {
        self.http.call(context, &count_bills::OPERATION, &request).await
    }
}
