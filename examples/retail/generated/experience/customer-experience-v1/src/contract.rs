// @generated from specs/apis/experience/customer-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! The contract of the Customer Experience API: one method per operation.

use std::sync::Arc;

use tiebeam::Context;

use crate::operations::{change_settings, close_account, get_account, get_dashboard, sign_up};

/// Accounts, as the web shop shows them.
/// Every answer fits one page of the shop: flat, small, and with words that a customer would
/// use.
///
/// The hand-written implementation, the HTTP [`Client`](crate::Client) and the
/// [`Stub`](crate::Stub) all implement it.
pub trait CustomerExperience: Send + Sync + 'static {
    /// Open an account.
    ///
    /// The only operation besides the login that a visitor can reach.
    ///
    /// `POST /v1/accounts` · public · idempotent by `Idempotency-Key`
    ///
    /// # Errors
    ///
    /// `EmailTaken`, `TooYoung`, or any other problem.
    fn sign_up(
        &self,
        context: &Context,
        request: sign_up::Request,
    ) -> impl Future<Output = Result<sign_up::Response, sign_up::Error>> + Send;

    /// Show an account.
    ///
    /// `GET /v1/accounts/{customerId}` · scope `customer-experience.accounts.read`
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn get_account(
        &self,
        context: &Context,
        request: get_account::Request,
    ) -> impl Future<Output = Result<get_account::Response, get_account::Error>> + Send;

    /// Change settings.
    ///
    /// Takes a merge patch: what is absent stays, what is null is removed.
    /// Send the entity tag that you have shown, so that a change from another tab is not lost.
    ///
    /// `PATCH /v1/accounts/{customerId}` · scope `customer-experience.accounts.write` · idempotent where `Idempotency-Key` is sent · only with `If-Match`
    ///
    /// # Errors
    ///
    /// `NotFound`, `Conflict`, `EmailTaken`, `TooYoung`, or any other problem.
    fn change_settings(
        &self,
        context: &Context,
        request: change_settings::Request,
    ) -> impl Future<Output = Result<change_settings::Response, change_settings::Error>> + Send;

    /// Close an account.
    ///
    /// `DELETE /v1/accounts/{customerId}` · scope `customer-experience.accounts.close` · heeds `If-Match`
    ///
    /// # Errors
    ///
    /// `NotFound`, `OpenOrders`, or any other problem.
    fn close_account(
        &self,
        context: &Context,
        request: close_account::Request,
    ) -> impl Future<Output = Result<close_account::Response, close_account::Error>> + Send;

    /// Show the first page after the login.
    ///
    /// Puts the account and the latest orders on one page.
    ///
    /// `GET /v1/accounts/{customerId}/dashboard` · scope `customer-experience.accounts.read`
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn get_dashboard(
        &self,
        context: &Context,
        request: get_dashboard::Request,
    ) -> impl Future<Output = Result<get_dashboard::Response, get_dashboard::Error>> + Send;
}

impl<T: CustomerExperience> CustomerExperience for Arc<T> {
    fn sign_up(
        &self,
        context: &Context,
        request: sign_up::Request,
    ) -> impl Future<Output = Result<sign_up::Response, sign_up::Error>> + Send {
        T::sign_up(self, context, request)
    }

    fn get_account(
        &self,
        context: &Context,
        request: get_account::Request,
    ) -> impl Future<Output = Result<get_account::Response, get_account::Error>> + Send {
        T::get_account(self, context, request)
    }

    fn change_settings(
        &self,
        context: &Context,
        request: change_settings::Request,
    ) -> impl Future<Output = Result<change_settings::Response, change_settings::Error>> + Send {
        T::change_settings(self, context, request)
    }

    fn close_account(
        &self,
        context: &Context,
        request: close_account::Request,
    ) -> impl Future<Output = Result<close_account::Response, close_account::Error>> + Send {
        T::close_account(self, context, request)
    }

    fn get_dashboard(
        &self,
        context: &Context,
        request: get_dashboard::Request,
    ) -> impl Future<Output = Result<get_dashboard::Response, get_dashboard::Error>> + Send {
        T::get_dashboard(self, context, request)
    }
}
