// @generated from specs/apis/system/erp-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! Stands in for the ERP System API: answers with the examples of its spec.

use tiebeam::{Context, stub};

use crate::ErpSystem;
use crate::operations::{
    create_shipment, get_category, get_product, get_reservation, get_shipment, list_products,
    list_shipments, release_stock, reserve_stock,
};

const RESERVATION_EXAMPLE: &str = r#"{"id":"0192f0c4-77aa-7c11-8f02-1d2e3f405162","lines":[{"sku":"LMP-0042","quantity":2}],"warehouse":"IE01","expiresAt":"2026-11-22T10:00:00Z"}"#;

const SHIPMENT_EXAMPLE: &str = r#"{"id":"0192f0d1-6c2e-7a53-b8d4-1e2f3a4b5c6d","orderId":"0192f0c7-5b1d-7e42-a9c3-0d1e2f3a4b5c","carrier":"anPost","status":"inTransit","parcels":[{"trackingNumber":"CE123456789IE","weight":2.9,"contents":{"LMP-0042":2}}],"history":[{"at":"2026-11-22T16:00:00Z","status":"prepared","place":"Warehouse IE01"}],"trackingPage":"https://track.example/CE123456789IE","transit":"P2D","expectedOn":"2026-11-24"}"#;

/// Answers with the first example that the document has of a response, or 501 where it has none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stub;

impl ErpSystem for Stub {
    async fn list_products(
        &self,
        _: &Context,
        _: list_products::Request,
    ) -> Result<list_products::Response, list_products::Error> {
        stub::page(
            &list_products::OPERATION,
            r#"[{"sku":"LMP-0042","revision":12,"name":"Desk lamp Hedwig","category":"desk-lamps","price":{"amount":"49.90","currency":"EUR"},"weight":1.4,"packSize":6,"leadTime":"P14D","attributes":{"color":"brass","socket":"E14"},"images":["https://img.acme.example/lmp-0042/1.webp"],"thumbnail":"UklGRiQAAABXRUJQVlA4","datasheet":{"luminousFlux":{"value":470,"unit":"lm"},"dimmable":true},"discontinuedOn":null}]"#,
        )
    }

    async fn get_product(
        &self,
        _: &Context,
        _: get_product::Request,
    ) -> Result<get_product::Response, get_product::Error> {
        stub::example(
            &get_product::OPERATION,
            r#"{"sku":"LMP-0042","revision":12,"name":"Desk lamp Hedwig","category":"desk-lamps","price":{"amount":"49.90","currency":"EUR"},"weight":1.4,"packSize":6,"leadTime":"P14D","attributes":{"color":"brass","socket":"E14"},"images":["https://img.acme.example/lmp-0042/1.webp"],"thumbnail":"UklGRiQAAABXRUJQVlA4","datasheet":{"luminousFlux":{"value":470,"unit":"lm"},"dimmable":true},"discontinuedOn":null}"#,
        )
    }

    async fn get_category(
        &self,
        _: &Context,
        _: get_category::Request,
    ) -> Result<get_category::Response, get_category::Error> {
        stub::example(
            &get_category::OPERATION,
            r#"{"code":"home","title":"Home","children":[{"code":"lighting","title":"Lighting","children":[{"code":"desk-lamps","title":"Desk lamps","children":[]}]},{"code":"seating","title":"Seating","children":[]}]}"#,
        )
    }

    async fn reserve_stock(
        &self,
        _: &Context,
        _: reserve_stock::Request,
    ) -> Result<reserve_stock::Response, reserve_stock::Error> {
        stub::example(&reserve_stock::OPERATION, RESERVATION_EXAMPLE)
    }

    async fn get_reservation(
        &self,
        _: &Context,
        _: get_reservation::Request,
    ) -> Result<get_reservation::Response, get_reservation::Error> {
        stub::example(&get_reservation::OPERATION, RESERVATION_EXAMPLE)
    }

    async fn release_stock(
        &self,
        _: &Context,
        _: release_stock::Request,
    ) -> Result<release_stock::Response, release_stock::Error> {
        stub::empty(&release_stock::OPERATION)
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
