// @generated from specs/process.yaml by `cargo xtask generate`. Do not edit.

//! Calls the Parcel Process API over HTTP.

use tiebeam::Context;

use crate::ParcelProcess;
use crate::operations::get_parcel;

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

impl ParcelProcess for Client {
    async fn get_parcel(
        &self,
        context: &Context,
        request: get_parcel::Request,
    ) -> Result<get_parcel::Response, get_parcel::Error> {
        self.http.call(context, &get_parcel::OPERATION, &request).await
    }
}
