// @generated from specs/services/payment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What is written by hand of the Payment Service: what it decides.

use retail_order_events::OrderCancelled;
use tiebeam::consumer::Failure;

use crate::operations::{get_payment, list_payments, record_payment, settle_payment};
use crate::subscriptions::void_payment;

/// Each method works in one transaction, and emits through it: what it writes and what it
/// says happened are kept together, or neither is.
/// [`Service`](crate::Service) begins and ends the transactions.
///
/// A handler may be called again for an event whose transaction was undone, and is not
/// called again for one that was applied.
pub trait PaymentServiceLogic: Send + Sync + 'static {
    /// Enter a payment.
    ///
    /// `POST /v1/payments` · scope `payment-service.payments.write` · idempotent by `Idempotency-Key`
    ///
    /// Emits `PaymentAuthorized` where it applies.
    ///
    /// # Errors
    ///
    /// `AlreadyPaid`, or any other problem.
    fn record_payment(
        &self,
        work: record_payment::Work,
        request: &record_payment::Request,
    ) -> impl Future<Output = Result<record_payment::Response, record_payment::Error>> + Send;

    /// Read a payment.
    ///
    /// `GET /v1/payments/{paymentId}` · scope `payment-service.payments.read`
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn get_payment(
        &self,
        work: get_payment::Work,
        request: &get_payment::Request,
    ) -> impl Future<Output = Result<get_payment::Response, get_payment::Error>> + Send;

    /// List payments.
    ///
    /// `GET /v1/payments` · scope `payment-service.payments.read` · page by page
    ///
    /// # Errors
    ///
    /// Any problem.
    fn list_payments(
        &self,
        work: list_payments::Work,
        request: &list_payments::Request,
    ) -> impl Future<Output = Result<list_payments::Response, list_payments::Error>> + Send;

    /// Enter what became of a payment.
    ///
    /// `PUT /v1/payments/{paymentId}/status` · scope `payment-service.payments.write` · heeds `If-Match`
    ///
    /// Emits `PaymentAuthorized`, `PaymentFailed` where it applies.
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn settle_payment(
        &self,
        work: settle_payment::Work,
        request: &settle_payment::Request,
    ) -> impl Future<Output = Result<settle_payment::Response, settle_payment::Error>> + Send;

    /// Handles `OrderCancelled`: an order was given up, by the customer or by us. Whoever set
    /// something aside for it gives it back.
    ///
    /// # Errors
    ///
    /// When it cannot be handled now, or ever.
    fn void_payment(
        &self,
        work: void_payment::Work,
        event: &OrderCancelled,
    ) -> impl Future<Output = Result<(), Failure>> + Send;
}
