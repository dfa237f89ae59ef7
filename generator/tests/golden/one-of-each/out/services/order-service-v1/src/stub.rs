// @generated from specs/services/order.yaml by `cargo xtask generate`. Do not edit.

//! Stands in for the Order Service: answers with the examples of its spec.

use tiebeam::{Context, stub};

use crate::OrderService;
use crate::operations::{create_order, get_order};

const ORDER_EXAMPLE: &str = r#"{"id":"0192f0c1-7d4e-7a52-8c1f-2f6f0a9b3c4d","revision":3,"customerId":"C-1001","status":"placed","lines":[{"sku":"ABC-1234","quantity":2}],"payment":{"method":"invoice","dueInDays":14},"total":{"amount":"25.00","currency":"EUR"}}"#;

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
}
