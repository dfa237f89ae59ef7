// @generated from specs/apis/process/order-process.v2.yaml by `cargo xtask generate`. Do not edit.

//! Stands in for the Order Process API: answers with the examples of its spec.

use tiebeam::{Context, stub};

use crate::OrderProcess;
use crate::operations::{
    cancel_order, find_order_by_number, get_category, get_order, list_orders, list_products,
    place_order, quote_order,
};

const ORDER_EXAMPLE: &str = r#"{"id":"0192f0c7-5b1d-7e42-a9c3-0d1e2f3a4b5c","number":"A00010423","revision":2,"customerId":"0192f0c1-2c5e-7b3a-9d41-6f1e2a3b4c5d","status":"confirmed","lines":[{"sku":"LMP-0042","name":"Desk lamp Hedwig","quantity":2,"unitPrice":{"amount":"49.90","currency":"EUR"}}],"discounts":[{"kind":"percentage","percent":"5","reason":"Loyalty level gold"}],"total":{"amount":"94.81","currency":"EUR"},"payment":{"method":"card","token":"tok_4f9a1c77","lastDigits":"4242","expires":"2028-03"},"shipTo":{"lines":["14 Harbour Row"],"city":"Dublin","postalCode":"D02 X285","country":"IE"},"giftMessage":null,"labels":{"campaign":"autumn"},"placedAt":"2026-11-22T09:30:02Z"}"#;

/// Answers with the first example that the document has of a response, or 501 where it has none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stub;

impl OrderProcess for Stub {
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

    async fn quote_order(
        &self,
        _: &Context,
        _: quote_order::Request,
    ) -> Result<quote_order::Response, quote_order::Error> {
        stub::example(
            &quote_order::OPERATION,
            r#"{"lines":[{"sku":"LMP-0042","name":"Desk lamp Hedwig","quantity":2,"unitPrice":{"amount":"49.90","currency":"EUR"}}],"discounts":[{"kind":"percentage","percent":"2","reason":"Loyalty level silver"}],"total":{"amount":"97.80","currency":"EUR"},"validUntil":"2026-11-22T10:00:00Z"}"#,
        )
    }

    async fn place_order(
        &self,
        _: &Context,
        _: place_order::Request,
    ) -> Result<place_order::Response, place_order::Error> {
        stub::not_implemented(&place_order::OPERATION)
    }

    async fn get_order(
        &self,
        _: &Context,
        _: get_order::Request,
    ) -> Result<get_order::Response, get_order::Error> {
        stub::example(&get_order::OPERATION, ORDER_EXAMPLE)
    }

    async fn list_orders(
        &self,
        _: &Context,
        _: list_orders::Request,
    ) -> Result<list_orders::Response, list_orders::Error> {
        stub::page(
            &list_orders::OPERATION,
            r#"[{"id":"0192f0c7-5b1d-7e42-a9c3-0d1e2f3a4b5c","number":"A00010423","revision":2,"customerId":"0192f0c1-2c5e-7b3a-9d41-6f1e2a3b4c5d","status":"confirmed","lines":[{"sku":"LMP-0042","name":"Desk lamp Hedwig","quantity":2,"unitPrice":{"amount":"49.90","currency":"EUR"}}],"discounts":[{"kind":"percentage","percent":"5","reason":"Loyalty level gold"}],"total":{"amount":"94.81","currency":"EUR"},"payment":{"method":"card","token":"tok_4f9a1c77","lastDigits":"4242","expires":"2028-03"},"shipTo":{"lines":["14 Harbour Row"],"city":"Dublin","postalCode":"D02 X285","country":"IE"},"giftMessage":null,"labels":{"campaign":"autumn"},"placedAt":"2026-11-22T09:30:02Z"}]"#,
        )
    }

    async fn cancel_order(
        &self,
        _: &Context,
        _: cancel_order::Request,
    ) -> Result<cancel_order::Response, cancel_order::Error> {
        stub::example(&cancel_order::OPERATION, ORDER_EXAMPLE)
    }

    async fn find_order_by_number(
        &self,
        _: &Context,
        _: find_order_by_number::Request,
    ) -> Result<find_order_by_number::Response, find_order_by_number::Error> {
        stub::example(&find_order_by_number::OPERATION, ORDER_EXAMPLE)
    }
}
