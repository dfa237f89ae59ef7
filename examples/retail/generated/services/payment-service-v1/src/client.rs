// @generated from specs/services/payment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Calls the Payment Service over HTTP.

use tiebeam::Context;

use crate::PaymentService;
use crate::operations::{get_payment, list_payments, record_payment, settle_payment};

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

impl PaymentService for Client {
    async fn record_payment(
        &self,
        context: &Context,
        request: record_payment::Request,
    ) -> Result<record_payment::Response, record_payment::Error> {
        self.http.call(context, &record_payment::OPERATION, &request).await
    }

    async fn get_payment(
        &self,
        context: &Context,
        request: get_payment::Request,
    ) -> Result<get_payment::Response, get_payment::Error> {
        self.http.call(context, &get_payment::OPERATION, &request).await
    }

    async fn list_payments(
        &self,
        context: &Context,
        request: list_payments::Request,
    ) -> Result<list_payments::Response, list_payments::Error> {
        self.http.call(context, &list_payments::OPERATION, &request).await
    }

    async fn settle_payment(
        &self,
        context: &Context,
        request: settle_payment::Request,
    ) -> Result<settle_payment::Response, settle_payment::Error> {
        self.http.call(context, &settle_payment::OPERATION, &request).await
    }
}
