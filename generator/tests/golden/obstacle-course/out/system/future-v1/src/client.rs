// @generated from specs/hurdles.yaml by `cargo xtask generate`. Do not edit.

//! Calls the Future API over HTTP.

use tiebeam::Context;

use crate::FutureApi;
use crate::operations::poll;

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

impl FutureApi for Client {
    async fn poll(
        &self,
        context: &Context,
        request: poll::Request,
    ) -> Result<poll::Response, poll::Error> {
        self.http.call(context, &poll::OPERATION, &request).await
    }
}
