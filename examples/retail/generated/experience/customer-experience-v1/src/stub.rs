// @generated from specs/apis/experience/customer-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! Stands in for the Customer Experience API: answers with the examples of its spec.

use tiebeam::{Context, stub};

use crate::CustomerExperience;
use crate::operations::{change_settings, close_account, get_account, get_dashboard, sign_up};

const ACCOUNT_EXAMPLE: &str = r#"{"id":"0192f0c1-2c5e-7b3a-9d41-6f1e2a3b4c5d","version":3,"state":"active","level":"silver","settings":{"name":"Ada Byrne","nickname":null,"email":"ada@example.com","address":{"street":"14 Harbour Row","city":"Dublin","postalCode":"D02 X285","country":"IE"},"language":"en","newsletter":true},"memberSince":"2024-02-29"}"#;

/// Answers with the first example that the document has of a response, or 501 where it has none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stub;

impl CustomerExperience for Stub {
    async fn sign_up(
        &self,
        _: &Context,
        _: sign_up::Request,
    ) -> Result<sign_up::Response, sign_up::Error> {
        stub::example(&sign_up::OPERATION, ACCOUNT_EXAMPLE)
    }

    async fn get_account(
        &self,
        _: &Context,
        _: get_account::Request,
    ) -> Result<get_account::Response, get_account::Error> {
        stub::example(&get_account::OPERATION, ACCOUNT_EXAMPLE)
    }

    async fn change_settings(
        &self,
        _: &Context,
        _: change_settings::Request,
    ) -> Result<change_settings::Response, change_settings::Error> {
        stub::example(&change_settings::OPERATION, ACCOUNT_EXAMPLE)
    }

    async fn close_account(
        &self,
        _: &Context,
        _: close_account::Request,
    ) -> Result<close_account::Response, close_account::Error> {
        stub::empty(&close_account::OPERATION)
    }

    async fn get_dashboard(
        &self,
        _: &Context,
        _: get_dashboard::Request,
    ) -> Result<get_dashboard::Response, get_dashboard::Error> {
        stub::not_implemented(&get_dashboard::OPERATION)
    }
}
