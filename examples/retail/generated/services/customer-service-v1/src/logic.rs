// @generated from specs/services/customer-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What is written by hand of the Customer Service: what it decides.

use crm_system_v1::CrmSystem;
use retail_customer_events::CustomerUpdated;
use retail_order_events::OrderConfirmed;
use tiebeam::consumer::Failure;

use crate::operations::{
    change_profile, close_customer, create_customer, get_customer, list_customers,
};
use crate::subscriptions::{raise_loyalty, tell_crm};

/// Each method works in one transaction, and emits through it: what it writes and what it
/// says happened are kept together, or neither is.
/// [`Service`](crate::Service) begins and ends the transactions.
///
/// A handler may be called again for an event whose transaction was undone, and is not
/// called again for one that was applied.
///
/// One that calls other APIs does so first, under keys that stay the same when it is called again,
/// and gets its transaction from `effects.work()` then; one that came too late does not get it.
pub trait CustomerServiceLogic: Send + Sync + 'static {
    /// Open an account.
    ///
    /// `POST /v1/customers` · scope `customer-service.customers.write` · idempotent by `Idempotency-Key`
    ///
    /// Emits `CustomerUpdated`.
    ///
    /// # Errors
    ///
    /// `EmailTaken`, or any other problem.
    fn create_customer(
        &self,
        work: create_customer::Work,
        request: &create_customer::Request,
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
        work: get_customer::Work,
        request: &get_customer::Request,
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
        work: list_customers::Work,
        request: &list_customers::Request,
    ) -> impl Future<Output = Result<list_customers::Response, list_customers::Error>> + Send;

    /// Change a profile in part.
    ///
    /// Takes a merge patch.
    /// The revision must match, because two clerks with the same form open would otherwise undo
    /// each other's work.
    ///
    /// `PATCH /v1/customers/{customerId}` · scope `customer-service.customers.write` · idempotent where `Idempotency-Key` is sent · only with `If-Match`
    ///
    /// Emits `CustomerUpdated`.
    ///
    /// # Errors
    ///
    /// `NotFound`, `EmailTaken`, `AccountClosed`, or any other problem.
    fn change_profile(
        &self,
        work: change_profile::Work,
        request: &change_profile::Request,
    ) -> impl Future<Output = Result<change_profile::Response, change_profile::Error>> + Send;

    /// Close an account.
    ///
    /// Closing twice is the same as closing once.
    ///
    /// `DELETE /v1/customers/{customerId}` · scope `customer-service.customers.close` · heeds `If-Match`
    ///
    /// Emits `CustomerUpdated` where it applies.
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn close_customer(
        &self,
        work: close_customer::Work,
        request: &close_customer::Request,
    ) -> impl Future<Output = Result<close_customer::Response, close_customer::Error>> + Send;

    /// Handles `CustomerUpdated`: a customer's account was opened, changed or closed. It carries
    /// the whole state, so a consumer that missed some still ends up right with the next one.
    ///
    /// Calls the CRM System API.
    ///
    /// Emits `CustomerSyncedToCrm` where it applies.
    ///
    /// # Errors
    ///
    /// When it cannot be handled now, or ever.
    fn tell_crm(
        &self,
        effects: tell_crm::Effects<impl CrmSystem>,
        event: &CustomerUpdated,
    ) -> impl Future<Output = Result<(), Failure>> + Send;

    /// Handles `OrderConfirmed`: stock is reserved and the payment is authorized, so from here on
    /// we owe a delivery.
    ///
    /// Emits `CustomerUpdated` where it applies.
    ///
    /// # Errors
    ///
    /// When it cannot be handled now, or ever.
    fn raise_loyalty(
        &self,
        work: raise_loyalty::Work,
        event: &OrderConfirmed,
    ) -> impl Future<Output = Result<(), Failure>> + Send;
}
