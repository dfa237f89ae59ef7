// @generated from specs/apis/system/payments-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! Stands in for the Payments System API: answers with the examples of its spec.

use tiebeam::{Context, stub};

use crate::PaymentsSystem;
use crate::operations::{authorize, capture_authorization, get_authorization, void_authorization};

const AUTHORIZATION_EXAMPLE: &str = r#"{"id":"0192f0c5-0d1e-7f20-9a3b-4c5d6e7f8091","customerId":"0192f0c1-2c5e-7b3a-9d41-6f1e2a3b4c5d","amount":{"amount":"99.80","currency":"EUR"},"status":"approved","authorizedAt":"2026-11-22T09:30:01.250Z","receipt":"c2lnbmVkIGJ5IHBheWNv"}"#;

/// Answers with the first example that the document has of a response, or 501 where it has none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stub;

impl PaymentsSystem for Stub {
    async fn authorize(
        &self,
        _: &Context,
        _: authorize::Request,
    ) -> Result<authorize::Response, authorize::Error> {
        stub::not_implemented(&authorize::OPERATION)
    }

    async fn get_authorization(
        &self,
        _: &Context,
        _: get_authorization::Request,
    ) -> Result<get_authorization::Response, get_authorization::Error> {
        stub::example(&get_authorization::OPERATION, AUTHORIZATION_EXAMPLE)
    }

    async fn capture_authorization(
        &self,
        _: &Context,
        _: capture_authorization::Request,
    ) -> Result<capture_authorization::Response, capture_authorization::Error> {
        stub::example(&capture_authorization::OPERATION, AUTHORIZATION_EXAMPLE)
    }

    async fn void_authorization(
        &self,
        _: &Context,
        _: void_authorization::Request,
    ) -> Result<void_authorization::Response, void_authorization::Error> {
        stub::empty(&void_authorization::OPERATION)
    }
}
