// @generated from specs/apis/system/crm-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! Stands in for the CRM System API: answers with the examples of its spec.

use tiebeam::{Context, stub};

use crate::CrmSystem;
use crate::operations::{close_standing, get_standing, list_standings, open_standing};

/// Answers with the first example that the document has of a response, or 501 where it has none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stub;

impl CrmSystem for Stub {
    async fn get_standing(
        &self,
        _: &Context,
        _: get_standing::Request,
    ) -> Result<get_standing::Response, get_standing::Error> {
        stub::example(
            &get_standing::OPERATION,
            r#"{"customerId":"0192f0c1-2c5e-7b3a-9d41-6f1e2a3b4c5d","rating":"good","creditLimit":{"amount":"2500.00","currency":"EUR"},"onHold":false,"riskScore":0.021,"reviewedAt":"2026-10-01T06:00:00Z"}"#,
        )
    }

    async fn list_standings(
        &self,
        _: &Context,
        _: list_standings::Request,
    ) -> Result<list_standings::Response, list_standings::Error> {
        stub::page(
            &list_standings::OPERATION,
            r#"[{"customerId":"0192f0c1-2c5e-7b3a-9d41-6f1e2a3b4c5d","rating":"good","creditLimit":{"amount":"2500.00","currency":"EUR"},"onHold":false,"riskScore":0.021,"reviewedAt":"2026-10-01T06:00:00Z"}]"#,
        )
    }

    async fn open_standing(
        &self,
        _: &Context,
        _: open_standing::Request,
    ) -> Result<open_standing::Response, open_standing::Error> {
        stub::not_implemented(&open_standing::OPERATION)
    }

    async fn close_standing(
        &self,
        _: &Context,
        _: close_standing::Request,
    ) -> Result<close_standing::Response, close_standing::Error> {
        stub::empty(&close_standing::OPERATION)
    }
}
