// @generated from specs/ping.yaml by `cargo xtask generate`. Do not edit.

//! Calls the Ping System API over HTTP.

use tiebeam::Context;

use crate::PingSystem;
use crate::operations::ping;

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

impl PingSystem for Client {
    async fn ping(
        &self,
        context: &Context,
        request: ping::Request,
    ) -> Result<ping::Response, ping::Error> {
        self.http.call(context, &ping::OPERATION, &request).await
    }
}
