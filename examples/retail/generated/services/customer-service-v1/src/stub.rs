// @generated from specs/services/customer-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Stands in for the Customer Service: answers with the examples of its spec.

use tiebeam::{Context, stub};

use crate::CustomerService;
use crate::operations::{
    change_profile, close_customer, create_customer, get_customer, list_customers,
};

const CUSTOMER_EXAMPLE: &str = r#"{"id":"0192f0c1-2c5e-7b3a-9d41-6f1e2a3b4c5d","revision":3,"status":"active","loyalty":"silver","profile":{"name":"Ada Byrne","email":"ada@example.com","language":"en","address":{"lines":["14 Harbour Row"],"city":"Dublin","postalCode":"D02 X285","country":"IE"},"newsletter":true},"customerSince":"2024-02-29T10:15:00Z","lastOrderAt":"2026-11-20T18:04:31Z"}"#;

/// Answers with the first example that the document has of a response, or 501 where it has none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stub;

impl CustomerService for Stub {
    async fn create_customer(
        &self,
        _: &Context,
        _: create_customer::Request,
    ) -> Result<create_customer::Response, create_customer::Error> {
        stub::example(&create_customer::OPERATION, CUSTOMER_EXAMPLE)
    }

    async fn get_customer(
        &self,
        _: &Context,
        _: get_customer::Request,
    ) -> Result<get_customer::Response, get_customer::Error> {
        stub::example(&get_customer::OPERATION, CUSTOMER_EXAMPLE)
    }

    async fn list_customers(
        &self,
        _: &Context,
        _: list_customers::Request,
    ) -> Result<list_customers::Response, list_customers::Error> {
        stub::page(
            &list_customers::OPERATION,
            r#"[{"id":"0192f0c1-2c5e-7b3a-9d41-6f1e2a3b4c5d","revision":3,"status":"active","loyalty":"silver","profile":{"name":"Ada Byrne","email":"ada@example.com","language":"en","address":{"lines":["14 Harbour Row"],"city":"Dublin","postalCode":"D02 X285","country":"IE"},"newsletter":true},"customerSince":"2024-02-29T10:15:00Z","lastOrderAt":"2026-11-20T18:04:31Z"}]"#,
        )
    }

    async fn change_profile(
        &self,
        _: &Context,
        _: change_profile::Request,
    ) -> Result<change_profile::Response, change_profile::Error> {
        stub::example(&change_profile::OPERATION, CUSTOMER_EXAMPLE)
    }

    async fn close_customer(
        &self,
        _: &Context,
        _: close_customer::Request,
    ) -> Result<close_customer::Response, close_customer::Error> {
        stub::empty(&close_customer::OPERATION)
    }
}
