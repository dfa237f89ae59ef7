// @generated from specs/services/fulfilment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Stands in for the Fulfilment Service: answers with the examples of its spec.

use tiebeam::{Context, stub};

use crate::FulfilmentService;
use crate::operations::{get_plan, list_plans};

/// Answers with the first example that the document has of a response, or 501 where it has none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stub;

impl FulfilmentService for Stub {
    async fn get_plan(
        &self,
        _: &Context,
        _: get_plan::Request,
    ) -> Result<get_plan::Response, get_plan::Error> {
        stub::example(
            &get_plan::OPERATION,
            r#"{"orderId":"0192f0c7-5b1d-7e42-a9c3-0d1e2f3a4b5c","state":"open","carrier":"anPost","weight":2.9,"pieces":2,"warehouse":"IE01"}"#,
        )
    }

    async fn list_plans(
        &self,
        _: &Context,
        _: list_plans::Request,
    ) -> Result<list_plans::Response, list_plans::Error> {
        stub::page(
            &list_plans::OPERATION,
            r#"[{"orderId":"0192f0c7-5b1d-7e42-a9c3-0d1e2f3a4b5c","state":"open","carrier":"anPost","weight":2.9,"pieces":2,"warehouse":"IE01"}]"#,
        )
    }
}
