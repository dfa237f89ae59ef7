// @generated from specs/apis/system/payments-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! The contract of the Payments System API: one method per operation.

use std::sync::Arc;

use tiebeam::Context;

use crate::operations::{authorize, capture_authorization, get_authorization, void_authorization};

/// The stable face of `PayCo`, our payment provider.
/// An authorization sets money aside, a capture takes it, and voiding gives it back.
///
/// The hand-written implementation, the HTTP [`Client`](crate::Client) and the
/// [`Stub`](crate::Stub) all implement it.
pub trait PaymentsSystem: Send + Sync + 'static {
    /// Set money aside.
    ///
    /// The provider answers at once for most payments.
    /// Some go to a person first, and then the status stays `review` until they decide.
    ///
    /// `POST /v1/authorizations` · scope `payments-system.authorizations.write` · idempotent by `Idempotency-Key`
    ///
    /// # Errors
    ///
    /// `PaymentDeclined`, or any other problem.
    fn authorize(
        &self,
        context: &Context,
        request: authorize::Request,
    ) -> impl Future<Output = Result<authorize::Response, authorize::Error>> + Send;

    /// Read an authorization.
    ///
    /// `GET /v1/authorizations/{authorizationId}` · scope `payments-system.authorizations.read`
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn get_authorization(
        &self,
        context: &Context,
        request: get_authorization::Request,
    ) -> impl Future<
        Output = Result<get_authorization::Response, get_authorization::Error>,
    > + Send;

    /// Take the money.
    ///
    /// `POST /v1/captures` · scope `payments-system.captures.write` · idempotent by `Idempotency-Key`
    ///
    /// # Errors
    ///
    /// `NotFound`, `Conflict`, or any other problem.
    fn capture_authorization(
        &self,
        context: &Context,
        request: capture_authorization::Request,
    ) -> impl Future<
        Output = Result<capture_authorization::Response, capture_authorization::Error>,
    > + Send;

    /// Give the money back before it was taken.
    ///
    /// `DELETE /v1/authorizations/{authorizationId}` · scope `payments-system.authorizations.write`
    ///
    /// # Errors
    ///
    /// `NotVoidable`, or any other problem.
    fn void_authorization(
        &self,
        context: &Context,
        request: void_authorization::Request,
    ) -> impl Future<
        Output = Result<void_authorization::Response, void_authorization::Error>,
    > + Send;
}

impl<T: PaymentsSystem> PaymentsSystem for Arc<T> {
    fn authorize(
        &self,
        context: &Context,
        request: authorize::Request,
    ) -> impl Future<Output = Result<authorize::Response, authorize::Error>> + Send {
        T::authorize(self, context, request)
    }

    fn get_authorization(
        &self,
        context: &Context,
        request: get_authorization::Request,
    ) -> impl Future<
        Output = Result<get_authorization::Response, get_authorization::Error>,
    > + Send {
        T::get_authorization(self, context, request)
    }

    fn capture_authorization(
        &self,
        context: &Context,
        request: capture_authorization::Request,
    ) -> impl Future<
        Output = Result<capture_authorization::Response, capture_authorization::Error>,
    > + Send {
        T::capture_authorization(self, context, request)
    }

    fn void_authorization(
        &self,
        context: &Context,
        request: void_authorization::Request,
    ) -> impl Future<
        Output = Result<void_authorization::Response, void_authorization::Error>,
    > + Send {
        T::void_authorization(self, context, request)
    }
}
