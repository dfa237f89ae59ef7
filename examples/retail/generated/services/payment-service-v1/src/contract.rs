// @generated from specs/services/payment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! The contract of the Payment Service: one method per operation.

use std::sync::Arc;

use tiebeam::Context;

use crate::operations::{get_payment, list_payments, record_payment, settle_payment};

/// Owns the payment ledger: which order was paid with which authorization, and what became of
/// it.
/// It never talks to the provider; that is what the Payments System API is for.
///
/// The hand-written implementation, the HTTP [`Client`](crate::Client) and the
/// [`Stub`](crate::Stub) all implement it.
pub trait PaymentService: Send + Sync + 'static {
    /// Enter a payment.
    ///
    /// `POST /v1/payments` · scope `payment-service.payments.write` · idempotent by `Idempotency-Key`
    ///
    /// # Errors
    ///
    /// `AlreadyPaid`, or any other problem.
    fn record_payment(
        &self,
        context: &Context,
        request: record_payment::Request,
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
        context: &Context,
        request: get_payment::Request,
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
        context: &Context,
        request: list_payments::Request,
    ) -> impl Future<Output = Result<list_payments::Response, list_payments::Error>> + Send;

    /// Enter what became of a payment.
    ///
    /// `PUT /v1/payments/{paymentId}/status` · scope `payment-service.payments.write` · heeds `If-Match`
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn settle_payment(
        &self,
        context: &Context,
        request: settle_payment::Request,
    ) -> impl Future<Output = Result<settle_payment::Response, settle_payment::Error>> + Send;
}

impl<T: PaymentService> PaymentService for Arc<T> {
    fn record_payment(
        &self,
        context: &Context,
        request: record_payment::Request,
    ) -> impl Future<Output = Result<record_payment::Response, record_payment::Error>> + Send {
        T::record_payment(self, context, request)
    }

    fn get_payment(
        &self,
        context: &Context,
        request: get_payment::Request,
    ) -> impl Future<Output = Result<get_payment::Response, get_payment::Error>> + Send {
        T::get_payment(self, context, request)
    }

    fn list_payments(
        &self,
        context: &Context,
        request: list_payments::Request,
    ) -> impl Future<Output = Result<list_payments::Response, list_payments::Error>> + Send {
        T::list_payments(self, context, request)
    }

    fn settle_payment(
        &self,
        context: &Context,
        request: settle_payment::Request,
    ) -> impl Future<Output = Result<settle_payment::Response, settle_payment::Error>> + Send {
        T::settle_payment(self, context, request)
    }
}
