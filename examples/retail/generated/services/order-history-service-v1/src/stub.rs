// @generated from specs/services/order-history-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Stands in for the Order History Service: answers with the examples of its spec.

use tiebeam::{Context, stub};

use crate::OrderHistoryService;
use crate::operations::{get_past_order, list_past_orders};

/// Answers with the first example that the document has of a response, or 501 where it has none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stub;

impl OrderHistoryService for Stub {
    async fn list_past_orders(
        &self,
        _: &Context,
        _: list_past_orders::Request,
    ) -> Result<list_past_orders::Response, list_past_orders::Error> {
        stub::page(
            &list_past_orders::OPERATION,
            r#"[{"orderId":"0192f0c7-5b1d-7e42-a9c3-0d1e2f3a4b5c","customerId":"0192f0c1-2c5e-7b3a-9d41-6f1e2a3b4c5d","status":"confirmed","number":"A00010423","total":{"amount":"94.81","currency":"EUR"},"placedAt":"2026-11-22T09:30:02Z","confirmedAt":"2026-11-22T09:30:03Z"}]"#,
        )
    }

    async fn get_past_order(
        &self,
        _: &Context,
        _: get_past_order::Request,
    ) -> Result<get_past_order::Response, get_past_order::Error> {
        stub::example(
            &get_past_order::OPERATION,
            r#"{"orderId":"0192f0c7-5b1d-7e42-a9c3-0d1e2f3a4b5c","customerId":"0192f0c1-2c5e-7b3a-9d41-6f1e2a3b4c5d","status":"confirmed","number":"A00010423","total":{"amount":"94.81","currency":"EUR"},"placedAt":"2026-11-22T09:30:02Z","confirmedAt":"2026-11-22T09:30:03Z"}"#,
        )
    }
}
