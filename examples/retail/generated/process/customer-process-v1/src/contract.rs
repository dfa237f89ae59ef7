// @generated from specs/apis/process/customer-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! The contract of the Customer Process API: one method per operation.

use std::sync::Arc;

use tiebeam::Context;

use crate::operations::{
    change_profile, close_customer, get_customer, get_standing, list_customers, list_order_history,
    register_customer,
};

/// Takes a customer from the first visit to the last.
/// It keeps the Customer Service and the CRM in agreement and knows the rules that belong to
/// neither.
///
/// The hand-written implementation, the HTTP [`Client`](crate::Client) and the
/// [`Stub`](crate::Stub) all implement it.
pub trait CustomerProcess: Send + Sync + 'static {
    /// Register a customer.
    ///
    /// Opens an account and makes it known to the CRM.
    /// When the CRM refuses, the account is closed again: nobody is a customer by half.
    ///
    /// `POST /v1/customers` · scope `customer-process.customers.write` · idempotent by `Idempotency-Key`
    ///
    /// # Errors
    ///
    /// `EmailTaken`, `TooYoung`, or any other problem.
    fn register_customer(
        &self,
        context: &Context,
        request: register_customer::Request,
    ) -> impl Future<
        Output = Result<register_customer::Response, register_customer::Error>,
    > + Send;

    /// Read a customer.
    ///
    /// `GET /v1/customers/{customerId}` · scope `customer-process.customers.read`
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn get_customer(
        &self,
        context: &Context,
        request: get_customer::Request,
    ) -> impl Future<
        Output = Result<get_customer::Response, get_customer::Error>,
    > + Send;

    /// List customers.
    ///
    /// `GET /v1/customers` · scope `customer-process.customers.read` · page by page
    ///
    /// # Errors
    ///
    /// Any problem.
    fn list_customers(
        &self,
        context: &Context,
        request: list_customers::Request,
    ) -> impl Future<
        Output = Result<list_customers::Response, list_customers::Error>,
    > + Send;

    /// Change a profile in part.
    ///
    /// `PATCH /v1/customers/{customerId}` · scope `customer-process.customers.write` · idempotent where `Idempotency-Key` is sent · only with `If-Match`
    ///
    /// # Errors
    ///
    /// `NotFound`, `EmailTaken`, `TooYoung`, `AccountClosed`, or any other problem.
    fn change_profile(
        &self,
        context: &Context,
        request: change_profile::Request,
    ) -> impl Future<
        Output = Result<change_profile::Response, change_profile::Error>,
    > + Send;

    /// Close an account.
    ///
    /// `DELETE /v1/customers/{customerId}` · scope `customer-process.customers.close` · heeds `If-Match`
    ///
    /// # Errors
    ///
    /// `NotFound`, `OpenOrders`, or any other problem.
    fn close_customer(
        &self,
        context: &Context,
        request: close_customer::Request,
    ) -> impl Future<
        Output = Result<close_customer::Response, close_customer::Error>,
    > + Send;

    /// List what became of the orders of a customer.
    ///
    /// The latest first; told by events, so it may be a moment behind.
    ///
    /// `GET /v1/customers/{customerId}/order-history` · scope `customer-process.order-history.read` · page by page
    ///
    /// # Errors
    ///
    /// Any problem.
    fn list_order_history(
        &self,
        context: &Context,
        request: list_order_history::Request,
    ) -> impl Future<
        Output = Result<list_order_history::Response, list_order_history::Error>,
    > + Send;

    /// Read the commercial standing of a customer.
    ///
    /// `GET /v1/customers/{customerId}/standing` · scope `customer-process.standings.read`
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn get_standing(
        &self,
        context: &Context,
        request: get_standing::Request,
    ) -> impl Future<
        Output = Result<get_standing::Response, get_standing::Error>,
    > + Send;
}

impl<T: CustomerProcess> CustomerProcess for Arc<T> {
    fn register_customer(
        &self,
        context: &Context,
        request: register_customer::Request,
    ) -> impl Future<
        Output = Result<register_customer::Response, register_customer::Error>,
    > + Send {
        T::register_customer(self, context, request)
    }

    fn get_customer(
        &self,
        context: &Context,
        request: get_customer::Request,
    ) -> impl Future<
        Output = Result<get_customer::Response, get_customer::Error>,
    > + Send {
        T::get_customer(self, context, request)
    }

    fn list_customers(
        &self,
        context: &Context,
        request: list_customers::Request,
    ) -> impl Future<
        Output = Result<list_customers::Response, list_customers::Error>,
    > + Send {
        T::list_customers(self, context, request)
    }

    fn change_profile(
        &self,
        context: &Context,
        request: change_profile::Request,
    ) -> impl Future<
        Output = Result<change_profile::Response, change_profile::Error>,
    > + Send {
        T::change_profile(self, context, request)
    }

    fn close_customer(
        &self,
        context: &Context,
        request: close_customer::Request,
    ) -> impl Future<
        Output = Result<close_customer::Response, close_customer::Error>,
    > + Send {
        T::close_customer(self, context, request)
    }

    fn list_order_history(
        &self,
        context: &Context,
        request: list_order_history::Request,
    ) -> impl Future<
        Output = Result<list_order_history::Response, list_order_history::Error>,
    > + Send {
        T::list_order_history(self, context, request)
    }

    fn get_standing(
        &self,
        context: &Context,
        request: get_standing::Request,
    ) -> impl Future<
        Output = Result<get_standing::Response, get_standing::Error>,
    > + Send {
        T::get_standing(self, context, request)
    }
}
