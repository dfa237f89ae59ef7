// @generated from specs/services/order-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Stands in for the Order Service: answers with the examples of its spec.

use tiebeam::{Context, stub};

use crate::OrderService;
use crate::operations::{cancel_order, change_status, create_order, get_order, list_orders};

const ORDER_EXAMPLE: &str = r#"{"id":"0192f0c7-5b1d-7e42-a9c3-0d1e2f3a4b5c","number":"A00010423","revision":2,"customerId":"0192f0c1-2c5e-7b3a-9d41-6f1e2a3b4c5d","status":"confirmed","lines":[{"sku":"LMP-0042","name":"Desk lamp Hedwig","quantity":2,"unitPrice":{"amount":"49.90","currency":"EUR"}}],"discounts":[{"kind":"percentage","percent":"5","reason":"Loyalty level gold"}],"total":{"amount":"94.81","currency":"EUR"},"payment":{"method":"card","token":"tok_4f9a1c77","lastDigits":"4242","expires":"2028-03"},"shipTo":{"lines":["14 Harbour Row"],"city":"Dublin","postalCode":"D02 X285","country":"IE"},"giftMessage":null,"labels":{"campaign":"autumn"},"placedAt":"2026-11-22T09:30:02Z"}"#;

/// Answers with the first example that the document has of a response, or 501 where it has none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stub;

impl OrderService for Stub {
    async fn create_order(
        &self,
        _: &Context,
        _: create_order::Request,
    ) -> Result<create_order::Response, create_order::Error> {
        stub::example(&create_order::OPERATION, ORDER_EXAMPLE)
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

    async fn change_status(
        &self,
        _: &Context,
        _: change_status::Request,
    ) -> Result<change_status::Response, change_status::Error> {
        stub::example(&change_status::OPERATION, ORDER_EXAMPLE)
    }

    async fn cancel_order(
        &self,
        _: &Context,
        _: cancel_order::Request,
    ) -> Result<cancel_order::Response, cancel_order::Error> {
        stub::example(&cancel_order::OPERATION, ORDER_EXAMPLE)
    }
}
