// @generated from specs/services/customer-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! The contract of the Customer Service: one method per operation.

use std::sync::Arc;

use tiebeam::Context;

use crate::operations::{
    change_profile, close_customer, create_customer, get_customer, list_customers,
};

/// Owns the accounts and profiles of our customers.
/// Every change is an event, and whoever needs to know listens to those instead of asking here
/// again and again.
///
/// The hand-written implementation, the HTTP [`Client`](crate::Client) and the
/// [`Stub`](crate::Stub) all implement it.
pub trait CustomerService: Send + Sync + 'static {
    /// Open an account.
    ///
    /// `POST /v1/customers` · scope `customer-service.customers.write` · idempotent by `Idempotency-Key`
    ///
    /// # Errors
    ///
    /// `EmailTaken`, or any other problem.
    fn create_customer(
        &self,
        context: &Context,
        request: create_customer::Request,
    ) -> impl Future<Output = Result<create_customer::Response, create_customer::Error>> + Send;

    /// Read an account.
    ///
    /// `GET /v1/customers/{customerId}` · scope `customer-service.customers.read`
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn get_customer(
        &self,
        context: &Context,
        request: get_customer::Request,
    ) -> impl Future<Output = Result<get_customer::Response, get_customer::Error>> + Send;

    /// List accounts.
    ///
    /// In the order in which they were opened.
    ///
    /// `GET /v1/customers` · scope `customer-service.customers.read` · page by page
    ///
    /// # Errors
    ///
    /// Any problem.
    fn list_customers(
        &self,
        context: &Context,
        request: list_customers::Request,
    ) -> impl Future<Output = Result<list_customers::Response, list_customers::Error>> + Send;

    /// Change a profile in part.
    ///
    /// Takes a merge patch.
    /// The revision must match, because two clerks with the same form open would otherwise undo
    /// each other's work.
    ///
    /// `PATCH /v1/customers/{customerId}` · scope `customer-service.customers.write` · idempotent where `Idempotency-Key` is sent · only with `If-Match`
    ///
    /// # Errors
    ///
    /// `NotFound`, `EmailTaken`, `AccountClosed`, or any other problem.
    fn change_profile(
        &self,
        context: &Context,
        request: change_profile::Request,
    ) -> impl Future<Output = Result<change_profile::Response, change_profile::Error>> + Send;

    /// Close an account.
    ///
    /// Closing twice is the same as closing once.
    ///
    /// `DELETE /v1/customers/{customerId}` · scope `customer-service.customers.close` · heeds `If-Match`
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn close_customer(
        &self,
        context: &Context,
        request: close_customer::Request,
    ) -> impl Future<Output = Result<close_customer::Response, close_customer::Error>> + Send;
}

impl<T: CustomerService> CustomerService for Arc<T> {
    fn create_customer(
        &self,
        context: &Context,
        request: create_customer::Request,
    ) -> impl Future<Output = Result<create_customer::Response, create_customer::Error>> + Send {
        T::create_customer(self, context, request)
    }

    fn get_customer(
        &self,
        context: &Context,
        request: get_customer::Request,
    ) -> impl Future<Output = Result<get_customer::Response, get_customer::Error>> + Send {
        T::get_customer(self, context, request)
    }

    fn list_customers(
        &self,
        context: &Context,
        request: list_customers::Request,
    ) -> impl Future<Output = Result<list_customers::Response, list_customers::Error>> + Send {
        T::list_customers(self, context, request)
    }

    fn change_profile(
        &self,
        context: &Context,
        request: change_profile::Request,
    ) -> impl Future<Output = Result<change_profile::Response, change_profile::Error>> + Send {
        T::change_profile(self, context, request)
    }

    fn close_customer(
        &self,
        context: &Context,
        request: close_customer::Request,
    ) -> impl Future<Output = Result<close_customer::Response, close_customer::Error>> + Send {
        T::close_customer(self, context, request)
    }
}
