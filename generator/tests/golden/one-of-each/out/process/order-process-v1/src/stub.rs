// @generated from specs/apis/order.yaml by `cargo xtask generate`. Do not edit.

//! Stands in for the Order Process API: answers with the examples of its spec.

use tiebeam::{Context, stub};

use crate::OrderProcess;
use crate::operations::{
    cancel_order, change_order, count_orders, get_order, list_orders, place_order,
};

const ORDER_EXAMPLE: &str = r#"{"id":"0192f0c1-7d4e-7a52-8c1f-2f6f0a9b3c4d","revision":3,"customerId":"C-1001","status":"placed","lines":[{"sku":"ABC-1234","quantity":2}],"payment":{"method":"invoice","dueInDays":14},"total":{"amount":"25.00","currency":"EUR"}}"#;

/// Answers with the first example that the document has of a response, or 501 where it has none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stub;

impl OrderProcess for Stub {
    async fn place_order(
        &self,
        _: &Context,
        _: place_order::Request,
    ) -> Result<place_order::Response, place_order::Error> {
        stub::example(&place_order::OPERATION, ORDER_EXAMPLE)
    }

    async fn list_orders(
        &self,
        _: &Context,
        _: list_orders::Request,
    ) -> Result<list_orders::Response, list_orders::Error> {
        stub::page(
            &list_orders::OPERATION,
            r#"[{"id":"0192f0c1-7d4e-7a52-8c1f-2f6f0a9b3c4d","revision":3,"customerId":"C-1001","status":"placed","lines":[{"sku":"ABC-1234","quantity":2}],"payment":{"method":"invoice","dueInDays":14},"total":{"amount":"25.00","currency":"EUR"}}]"#,
        )
    }

    async fn get_order(
        &self,
        _: &Context,
        _: get_order::Request,
    ) -> Result<get_order::Response, get_order::Error> {
        stub::example(&get_order::OPERATION, ORDER_EXAMPLE)
    }

    async fn change_order(
        &self,
        _: &Context,
        _: change_order::Request,
    ) -> Result<change_order::Response, change_order::Error> {
        stub::example(&change_order::OPERATION, ORDER_EXAMPLE)
    }

    async fn cancel_order(
        &self,
        _: &Context,
        _: cancel_order::Request,
    ) -> Result<cancel_order::Response, cancel_order::Error> {
        stub::empty(&cancel_order::OPERATION)
    }

    async fn count_orders(
        &self,
        _: &Context,
        _: count_orders::Request,
    ) -> Result<count_orders::Response, count_orders::Error> {
        stub::example(&count_orders::OPERATION, r#"{"count":12}"#)
    }
}
