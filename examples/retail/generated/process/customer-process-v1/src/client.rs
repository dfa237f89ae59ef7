// @generated from specs/apis/process/customer-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! Calls the Customer Process API over HTTP.

use tiebeam::Context;

use crate::CustomerProcess;
use crate::operations::{
    change_profile, close_customer, get_customer, get_standing, list_customers, list_order_history,
    register_customer,
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

impl CustomerProcess for Client {
    async fn register_customer(
        &self,
        context: &Context,
        request: register_customer::Request,
    ) -> Result<register_customer::Response, register_customer::Error> {
        self.http.call(context, &register_customer::OPERATION, &request).await
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

    async fn list_order_history(
        &self,
        context: &Context,
        request: list_order_history::Request,
    ) -> Result<list_order_history::Response, list_order_history::Error> {
        self.http.call(context, &list_order_history::OPERATION, &request).await
    }

    async fn get_standing(
        &self,
        context: &Context,
        request: get_standing::Request,
    ) -> Result<get_standing::Response, get_standing::Error> {
        self.http.call(context, &get_standing::OPERATION, &request).await
    }
}
