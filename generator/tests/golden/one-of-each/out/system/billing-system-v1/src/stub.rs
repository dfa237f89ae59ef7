// @generated from specs/apis/billing.v1.yaml by `cargo xtask generate`. Do not edit.

//! Stands in for the Billing System API: answers with the examples of its spec.

use tiebeam::{Context, stub};

use crate::BillingSystem;
use crate::operations::count_bills;

/// Answers with the first example that the document has of a response, or 501 where it has none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stub;

impl BillingSystem for Stub {
    async fn count_bills(
        &self,
        _: &Context,
        _: count_bills::Request,
    ) -> Result<count_bills::Response, count_bills::Error> {
        stub::example(&count_bills::OPERATION, r#"{"count":1}"#)
    }
}
