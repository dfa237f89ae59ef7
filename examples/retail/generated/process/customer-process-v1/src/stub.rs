// @generated from specs/apis/process/customer-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! Stands in for the Customer Process API: answers with the examples of its spec.

use tiebeam::{Context, stub};

use crate::CustomerProcess;
use crate::operations::{
    change_profile, close_customer, get_customer, get_standing, list_customers, list_order_history,
    register_customer,
};

const CUSTOMER_EXAMPLE: &str = r#"{"id":"0192f0c1-2c5e-7b3a-9d41-6f1e2a3b4c5d","revision":3,"status":"active","loyalty":"silver","profile":{"name":"Ada Byrne","email":"ada@example.com","language":"en","address":{"lines":["14 Harbour Row"],"city":"Dublin","postalCode":"D02 X285","country":"IE"},"newsletter":true},"customerSince":"2024-02-29T10:15:00Z","lastOrderAt":"2026-11-20T18:04:31Z"}"#;

/// Answers with the first example that the document has of a response, or 501 where it has none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stub;

impl CustomerProcess for Stub {
    async fn register_customer(
        &self,
        _: &Context,
        _: register_customer::Request,
    ) -> Result<register_customer::Response, register_customer::Error> {
        stub::example(&register_customer::OPERATION, CUSTOMER_EXAMPLE)
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

    async fn list_order_history(
        &self,
        _: &Context,
        _: list_order_history::Request,
    ) -> Result<list_order_history::Response, list_order_history::Error> {
        stub::page(
            &list_order_history::OPERATION,
            r#"[{"orderId":"0192f0c7-5b1d-7e42-a9c3-0d1e2f3a4b5c","customerId":"0192f0c1-2c5e-7b3a-9d41-6f1e2a3b4c5d","status":"confirmed","number":"A00010423","total":{"amount":"94.81","currency":"EUR"},"placedAt":"2026-11-22T09:30:02Z","confirmedAt":"2026-11-22T09:30:03Z"}]"#,
        )
    }

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
}
