// @generated from specs/apis/process/shipping-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! The contract of the Shipping Process API: one method per operation.

use std::sync::Arc;

use tiebeam::Context;

use crate::operations::{create_shipment, get_shipment, list_shipments, plan_shipment};

/// Gets confirmed orders out of the house and tells where they are.
/// It chooses the carrier; the ERP prints the papers.
///
/// The hand-written implementation, the HTTP [`Client`](crate::Client) and the
/// [`Stub`](crate::Stub) all implement it.
pub trait ShippingProcess: Send + Sync + 'static {
    /// Plan the parcels of an order.
    ///
    /// Weighs what is set aside and chooses the carrier.
    /// Nothing leaves the house and nothing is paid yet, so an order may be planned while its
    /// payment is under review.
    ///
    /// `POST /v1/plans` · scope `shipping-process.plans.write` · idempotent by `Idempotency-Key`
    ///
    /// # Errors
    ///
    /// `NotFound`, `NotReady`, `TooHeavy`, or any other problem.
    fn plan_shipment(
        &self,
        context: &Context,
        request: plan_shipment::Request,
    ) -> impl Future<Output = Result<plan_shipment::Response, plan_shipment::Error>> + Send;

    /// Ship an order.
    ///
    /// Captures the payment first and prints the papers then, because nothing leaves the house
    /// unpaid.
    ///
    /// `POST /v1/shipments` · scope `shipping-process.shipments.write` · idempotent by `Idempotency-Key`
    ///
    /// # Errors
    ///
    /// `NotFound`, `NotReady`, `TooHeavy`, or any other problem.
    fn create_shipment(
        &self,
        context: &Context,
        request: create_shipment::Request,
    ) -> impl Future<Output = Result<create_shipment::Response, create_shipment::Error>> + Send;

    /// Read a shipment.
    ///
    /// `GET /v1/shipments/{shipmentId}` · scope `shipping-process.shipments.read`
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn get_shipment(
        &self,
        context: &Context,
        request: get_shipment::Request,
    ) -> impl Future<Output = Result<get_shipment::Response, get_shipment::Error>> + Send;

    /// List the shipments of an order.
    ///
    /// `GET /v1/shipments` · scope `shipping-process.shipments.read` · page by page
    ///
    /// # Errors
    ///
    /// Any problem.
    fn list_shipments(
        &self,
        context: &Context,
        request: list_shipments::Request,
    ) -> impl Future<Output = Result<list_shipments::Response, list_shipments::Error>> + Send;
}

impl<T: ShippingProcess> ShippingProcess for Arc<T> {
    fn plan_shipment(
        &self,
        context: &Context,
        request: plan_shipment::Request,
    ) -> impl Future<Output = Result<plan_shipment::Response, plan_shipment::Error>> + Send {
        T::plan_shipment(self, context, request)
    }

    fn create_shipment(
        &self,
        context: &Context,
        request: create_shipment::Request,
    ) -> impl Future<Output = Result<create_shipment::Response, create_shipment::Error>> + Send {
        T::create_shipment(self, context, request)
    }

    fn get_shipment(
        &self,
        context: &Context,
        request: get_shipment::Request,
    ) -> impl Future<Output = Result<get_shipment::Response, get_shipment::Error>> + Send {
        T::get_shipment(self, context, request)
    }

    fn list_shipments(
        &self,
        context: &Context,
        request: list_shipments::Request,
    ) -> impl Future<Output = Result<list_shipments::Response, list_shipments::Error>> + Send {
        T::list_shipments(self, context, request)
    }
}
