// @generated from specs/system.yaml by `cargo xtask generate`. Do not edit.

//! Calls the Carrier System API over HTTP.

use tiebeam::Context;

use crate::CarrierSystem;
use crate::operations::collect_parcel;

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

impl CarrierSystem for Client {
    async fn collect_parcel(
        &self,
        context: &Context,
        request: collect_parcel::Request,
    ) -> Result<collect_parcel::Response, collect_parcel::Error> {
        self.http.call(context, &collect_parcel::OPERATION, &request).await
    }
}
