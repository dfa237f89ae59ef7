// @generated from specs/service.yaml by `cargo xtask generate`. Do not edit.

//! Calls the Service over HTTP.

use tiebeam::Context;

use crate::ServiceApi;
use crate::operations::work;

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

impl ServiceApi for Client {
    async fn work(
        &self,
        context: &Context,
        request: work::Request,
    ) -> Result<work::Response, work::Error> {
        self.http.call(context, &work::OPERATION, &request).await
    }
}
