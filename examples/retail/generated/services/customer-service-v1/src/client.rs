// @generated from specs/services/customer-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Calls the Customer Service over HTTP.

use tiebeam::Context;

use crate::CustomerService;
use crate::operations::{
    change_profile, close_customer, create_customer, get_customer, list_customers,
};

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

impl CustomerService for Client {
    async fn create_customer(
        &self,
        context: &Context,
        request: create_customer::Request,
    ) -> Result<create_customer::Response, create_customer::Error> {
        self.http.call(context, &create_customer::OPERATION, &request).await
    }

    async fn get_customer(
        &self,
        context: &Context,
        request: get_customer::Request,
    ) -> Result<get_customer::Response, get_customer::Error> {
        self.http.call(context, &get_customer::OPERATION, &request).await
    }

    async fn list_customers(
        &self,
        context: &Context,
        request: list_customers::Request,
    ) -> Result<list_customers::Response, list_customers::Error> {
        self.http.call(context, &list_customers::OPERATION, &request).await
    }

    async fn change_profile(
        &self,
        context: &Context,
        request: change_profile::Request,
    ) -> Result<change_profile::Response, change_profile::Error> {
        self.http.call(context, &change_profile::OPERATION, &request).await
    }

    async fn close_customer(
        &self,
        context: &Context,
        request: close_customer::Request,
    ) -> Result<close_customer::Response, close_customer::Error> {
        self.http.call(context, &close_customer::OPERATION, &request).await
    }
}
