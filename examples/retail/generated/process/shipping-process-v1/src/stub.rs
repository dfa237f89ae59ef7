// @generated from specs/apis/process/shipping-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! Stands in for the Shipping Process API: answers with the examples of its spec.

use tiebeam::{Context, stub};

use crate::ShippingProcess;
use crate::operations::{create_shipment, get_shipment, list_shipments, plan_shipment};

const SHIPMENT_EXAMPLE: &str = r#"{"id":"0192f0d1-6c2e-7a53-b8d4-1e2f3a4b5c6d","orderId":"0192f0c7-5b1d-7e42-a9c3-0d1e2f3a4b5c","carrier":"anPost","status":"inTransit","parcels":[{"trackingNumber":"CE123456789IE","weight":2.9,"contents":{"LMP-0042":2}}],"history":[{"at":"2026-11-22T16:00:00Z","status":"prepared","place":"Warehouse IE01"}],"trackingPage":"https://track.example/CE123456789IE","transit":"P2D","expectedOn":"2026-11-24"}"#;

/// Answers with the first example that the document has of a response, or 501 where it has none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stub;

impl ShippingProcess for Stub {
    async fn plan_shipment(
        &self,
        _: &Context,
        _: plan_shipment::Request,
    ) -> Result<plan_shipment::Response, plan_shipment::Error> {
        stub::not_implemented(&plan_shipment::OPERATION)
    }

    async fn create_shipment(
        &self,
        _: &Context,
        _: create_shipment::Request,
    ) -> Result<create_shipment::Response, create_shipment::Error> {
        stub::example(&create_shipment::OPERATION, SHIPMENT_EXAMPLE)
    }

    async fn get_shipment(
        &self,
        _: &Context,
        _: get_shipment::Request,
    ) -> Result<get_shipment::Response, get_shipment::Error> {
        stub::example(&get_shipment::OPERATION, SHIPMENT_EXAMPLE)
    }

    async fn list_shipments(
        &self,
        _: &Context,
        _: list_shipments::Request,
    ) -> Result<list_shipments::Response, list_shipments::Error> {
        stub::page(
            &list_shipments::OPERATION,
            r#"[{"id":"0192f0d1-6c2e-7a53-b8d4-1e2f3a4b5c6d","orderId":"0192f0c7-5b1d-7e42-a9c3-0d1e2f3a4b5c","carrier":"anPost","status":"inTransit","parcels":[{"trackingNumber":"CE123456789IE","weight":2.9,"contents":{"LMP-0042":2}}],"history":[{"at":"2026-11-22T16:00:00Z","status":"prepared","place":"Warehouse IE01"}],"trackingPage":"https://track.example/CE123456789IE","transit":"P2D","expectedOn":"2026-11-24"}]"#,
        )
    }
}
