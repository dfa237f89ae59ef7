// @generated from specs/apis/experience/customer-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! Calls the Customer Experience API over HTTP.

use tiebeam::Context;

use crate::CustomerExperience;
use crate::operations::{change_settings, close_account, get_account, get_dashboard, sign_up};

/// A typed client of the API; cheap to clone.
#[derive(Debug, Clone)]
pub struct Client {
    http: tiebeam::Client,
}

impl Client {
    /// Calls the API through `http`, which knows where it is and how patient to be.
    #[must_use]
    pub fn new(http: tiebeam::Client) -> Self {
        Self { http }
    }
}

impl CustomerExperience for Client {
    async fn sign_up(
        &self,
        context: &Context,
        request: sign_up::Request,
    ) -> Result<sign_up::Response, sign_up::Error> {
        self.http.call(context, &sign_up::OPERATION, &request).await
    }

    async fn get_account(
        &self,
        context: &Context,
        request: get_account::Request,
    ) -> Result<get_account::Response, get_account::Error> {
        self.http.call(context, &get_account::OPERATION, &request).await
    }

    async fn change_settings(
        &self,
        context: &Context,
        request: change_settings::Request,
    ) -> Result<change_settings::Response, change_settings::Error> {
        self.http.call(context, &change_settings::OPERATION, &request).await
    }

    async fn close_account(
        &self,
        context: &Context,
        request: close_account::Request,
    ) -> Result<close_account::Response, close_account::Error> {
        self.http.call(context, &close_account::OPERATION, &request).await
    }

    async fn get_dashboard(
        &self,
        context: &Context,
        request: get_dashboard::Request,
    ) -> Result<get_dashboard::Response, get_dashboard::Error> {
        self.http.call(context, &get_dashboard::OPERATION, &request).await
    }
}
