// @generated from specs/apis/system/payments-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! Calls the Payments System API over HTTP.

use tiebeam::Context;

use crate::PaymentsSystem;
use crate::operations::{authorize, capture_authorization, get_authorization, void_authorization};

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

impl PaymentsSystem for Client {
    async fn authorize(
        &self,
        context: &Context,
        request: authorize::Request,
    ) -> Result<authorize::Response, authorize::Error> {
        self.http.call(context, &authorize::OPERATION, &request).await
    }

    async fn get_authorization(
        &self,
        context: &Context,
        request: get_authorization::Request,
    ) -> Result<get_authorization::Response, get_authorization::Error> {
        self.http.call(context, &get_authorization::OPERATION, &request).await
    }

    async fn capture_authorization(
        &self,
        context: &Context,
        request: capture_authorization::Request,
    ) -> Result<capture_authorization::Response, capture_authorization::Error> {
        self.http.call(context, &capture_authorization::OPERATION, &request).await
    }

    async fn void_authorization(
        &self,
        context: &Context,
        request: void_authorization::Request,
    ) -> Result<void_authorization::Response, void_authorization::Error> {
        self.http.call(context, &void_authorization::OPERATION, &request).await
    }
}
