// @generated from specs/hurdles.yaml by `cargo xtask generate`. Do not edit.

//! The contract of the Future API: one method per operation.

use std::sync::Arc;

use tiebeam::Context;

use crate::operations::poll;

/// An API whose trait would be called like one of the prelude's: "Future".
///
/// The hand-written implementation, the HTTP [`Client`](crate::Client) and the
/// [`Stub`](crate::Stub) all implement it.
pub trait FutureApi: Send + Sync + 'static {
    /// Poll.
    ///
    /// `GET /v1/poll` · public
    ///
    /// # Errors
    ///
    /// Any problem.
    fn poll(
        &self,
        context: &Context,
        request: poll::Request,
    ) -> impl Future<Output = Result<poll::Response, poll::Error>> + Send;
}

impl<T: FutureApi> FutureApi for Arc<T> {
    fn poll(
        &self,
        context: &Context,
        request: poll::Request,
    ) -> impl Future<Output = Result<poll::Response, poll::Error>> + Send {
        T::poll(self, context, request)
    }
}
