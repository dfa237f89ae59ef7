// @generated from specs/service.yaml by `cargo xtask generate`. Do not edit.

//! The contract of the Service: one method per operation.

use std::sync::Arc;

use tiebeam::Context;

use crate::operations::work;

/// A service called like what is made of it, whose aliases and handlers are called like
/// everything around them.
///
/// The hand-written implementation, the HTTP [`Client`](crate::Client) and the
/// [`Stub`](crate::Stub) all implement it.
pub trait ServiceApi: Send + Sync + 'static {
    /// Work.
    ///
    /// `GET /v1/work` · public
    ///
    /// # Errors
    ///
    /// Any problem.
    fn work(
        &self,
        context: &Context,
        request: work::Request,
    ) -> impl Future<Output = Result<work::Response, work::Error>> + Send;
}

impl<T: ServiceApi> ServiceApi for Arc<T> {
    fn work(
        &self,
        context: &Context,
        request: work::Request,
    ) -> impl Future<Output = Result<work::Response, work::Error>> + Send {
        T::work(self, context, request)
    }
}
