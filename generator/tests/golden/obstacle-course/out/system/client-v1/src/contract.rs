// @generated from specs/client.yaml by `cargo xtask generate`. Do not edit.

//! The contract of the Client API: one method per operation.

use std::sync::Arc;

use tiebeam::Context;

use crate::operations::call;

/// An API called `Client`, with a type called `Server`.
///
/// The hand-written implementation, the HTTP [`Client`](crate::Client) and the
/// [`Stub`](crate::Stub) all implement it.
pub trait ClientApi: Send + Sync + 'static {
    /// Call.
    ///
    /// `GET /v1/call` · public
    ///
    /// # Errors
    ///
    /// Any problem.
    fn call(
        &self,
        context: &Context,
        request: call::Request,
    ) -> impl Future<Output = Result<call::Response, call::Error>> + Send;
}

impl<T: ClientApi> ClientApi for Arc<T> {
    fn call(
        &self,
        context: &Context,
        request: call::Request,
    ) -> impl Future<Output = Result<call::Response, call::Error>> + Send {
        T::call(self, context, request)
    }
}
