// @generated from specs/apis/process/shipping-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! Calls the Shipping Process API over HTTP.

use tiebeam::Context;

use crate::ShippingProcess;
use crate::operations::{create_shipment, get_shipment, list_shipments, plan_shipment};

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

impl ShippingProcess for Client {
    async fn plan_shipment(
        &self,
        context: &Context,
        request: plan_shipment::Request,
    ) -> Result<plan_shipment::Response, plan_shipment::Error> {
        self.http.call(context, &plan_shipment::OPERATION, &request).await
    }

    async fn create_shipment(
        &self,
        context: &Context,
        request: create_shipment::Request,
    ) -> Result<create_shipment::Response, create_shipment::Error> {
        self.http.call(context, &create_shipment::OPERATION, &request).await
    }

    async fn get_shipment(
        &self,
        context: &Context,
        request: get_shipment::Request,
    ) -> Result<get_shipment::Response, get_shipment::Error> {
        self.http.call(context, &get_shipment::OPERATION, &request).await
    }

    async fn list_shipments(
        &self,
        context: &Context,
        request: list_shipments::Request,
    ) -> Result<list_shipments::Response, list_shipments::Error> {
        self.http.call(context, &list_shipments::OPERATION, &request).await
    }
}
