// @generated from specs/services/payment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Stands in for the Payment Service: answers with the examples of its spec.

use tiebeam::{Context, stub};

use crate::PaymentService;
use crate::operations::{get_payment, list_payments, record_payment, settle_payment};

const PAYMENT_EXAMPLE: &str = r#"{"id":"0192f0c6-1a2b-7c3d-8e4f-5a6b7c8d9e0f","revision":1,"orderId":"0192f0c7-5b1d-7e42-a9c3-0d1e2f3a4b5c","authorizationId":"0192f0c5-0d1e-7f20-9a3b-4c5d6e7f8091","amount":{"amount":"99.80","currency":"EUR"},"status":"approved","recordedAt":"2026-11-22T09:30:02Z"}"#;

/// Answers with the first example that the document has of a response, or 501 where it has none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stub;

impl PaymentService for Stub {
    async fn record_payment(
        &self,
        _: &Context,
        _: record_payment::Request,
    ) -> Result<record_payment::Response, record_payment::Error> {
        stub::example(&record_payment::OPERATION, PAYMENT_EXAMPLE)
    }

    async fn get_payment(
        &self,
        _: &Context,
        _: get_payment::Request,
    ) -> Result<get_payment::Response, get_payment::Error> {
        stub::example(&get_payment::OPERATION, PAYMENT_EXAMPLE)
    }

    async fn list_payments(
        &self,
        _: &Context,
        _: list_payments::Request,
    ) -> Result<list_payments::Response, list_payments::Error> {
        stub::page(
            &list_payments::OPERATION,
            r#"[{"id":"0192f0c6-1a2b-7c3d-8e4f-5a6b7c8d9e0f","revision":1,"orderId":"0192f0c7-5b1d-7e42-a9c3-0d1e2f3a4b5c","authorizationId":"0192f0c5-0d1e-7f20-9a3b-4c5d6e7f8091","amount":{"amount":"99.80","currency":"EUR"},"status":"approved","recordedAt":"2026-11-22T09:30:02Z"}]"#,
        )
    }

    async fn settle_payment(
        &self,
        _: &Context,
        _: settle_payment::Request,
    ) -> Result<settle_payment::Response, settle_payment::Error> {
        stub::example(&settle_payment::OPERATION, PAYMENT_EXAMPLE)
    }
}
