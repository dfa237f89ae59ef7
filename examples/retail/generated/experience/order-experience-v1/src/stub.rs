// @generated from specs/apis/experience/order-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! Stands in for the Order Experience API: answers with the examples of its spec.

use tiebeam::{Context, stub};

use crate::OrderExperience;
use crate::operations::{
    browse_products, cancel_order, check_out, get_order, get_shelf, list_orders, quote_basket,
    track_order,
};

const ORDER_VIEW_EXAMPLE: &str = r#"{"id":"0192f0c7-5b1d-7e42-a9c3-0d1e2f3a4b5c","number":"A00010423","version":2,"state":"confirmed","headline":"2 × Desk lamp Hedwig","pieces":2,"total":"97.80 EUR","paidWith":{"kind":"card","lastDigits":"4242"},"gift":null,"placedAt":"2026-11-22T09:30:02Z"}"#;

/// Answers with the first example that the document has of a response, or 501 where it has none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stub;

impl OrderExperience for Stub {
    async fn browse_products(
        &self,
        _: &Context,
        _: browse_products::Request,
    ) -> Result<browse_products::Response, browse_products::Error> {
        stub::page(
            &browse_products::OPERATION,
            r#"[{"sku":"LMP-0042","title":"Desk lamp Hedwig","price":"49.90 EUR","picture":"https://img.acme.example/lmp-0042/1.webp","facts":{"color":"brass"}}]"#,
        )
    }

    async fn get_shelf(
        &self,
        _: &Context,
        _: get_shelf::Request,
    ) -> Result<get_shelf::Response, get_shelf::Error> {
        stub::not_implemented(&get_shelf::OPERATION)
    }

    async fn quote_basket(
        &self,
        _: &Context,
        _: quote_basket::Request,
    ) -> Result<quote_basket::Response, quote_basket::Error> {
        stub::not_implemented(&quote_basket::OPERATION)
    }

    async fn check_out(
        &self,
        _: &Context,
        _: check_out::Request,
    ) -> Result<check_out::Response, check_out::Error> {
        stub::example(&check_out::OPERATION, ORDER_VIEW_EXAMPLE)
    }

    async fn get_order(
        &self,
        _: &Context,
        _: get_order::Request,
    ) -> Result<get_order::Response, get_order::Error> {
        stub::example(&get_order::OPERATION, ORDER_VIEW_EXAMPLE)
    }

    async fn list_orders(
        &self,
        _: &Context,
        _: list_orders::Request,
    ) -> Result<list_orders::Response, list_orders::Error> {
        stub::page(
            &list_orders::OPERATION,
            r#"[{"id":"0192f0c7-5b1d-7e42-a9c3-0d1e2f3a4b5c","number":"A00010423","version":2,"state":"confirmed","headline":"2 × Desk lamp Hedwig","pieces":2,"total":"97.80 EUR","paidWith":{"kind":"card","lastDigits":"4242"},"gift":null,"placedAt":"2026-11-22T09:30:02Z"}]"#,
        )
    }

    async fn cancel_order(
        &self,
        _: &Context,
        _: cancel_order::Request,
    ) -> Result<cancel_order::Response, cancel_order::Error> {
        stub::example(&cancel_order::OPERATION, ORDER_VIEW_EXAMPLE)
    }

    async fn track_order(
        &self,
        _: &Context,
        _: track_order::Request,
    ) -> Result<track_order::Response, track_order::Error> {
        stub::not_implemented(&track_order::OPERATION)
    }
}
