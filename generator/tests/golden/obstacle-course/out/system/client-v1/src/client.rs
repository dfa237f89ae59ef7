// @generated from specs/client.yaml by `cargo xtask generate`. Do not edit.

//! Calls the Client API over HTTP.

use tiebeam::Context;

use crate::ClientApi;
use crate::operations::call;

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

impl ClientApi for Client {
    async fn call(
        &self,
        context: &Context,
        request: call::Request,
    ) -> Result<call::Response, call::Error> {
        self.http.call(context, &call::OPERATION, &request).await
    }
}
