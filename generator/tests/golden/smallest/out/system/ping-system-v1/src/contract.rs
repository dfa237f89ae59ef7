// @generated from specs/ping.yaml by `cargo xtask generate`. Do not edit.

//! The contract of the Ping System API: one method per operation.

use std::sync::Arc;

use tiebeam::Context;

use crate::operations::ping;

/// Says whether anyone is there.
///
/// The hand-written implementation, the HTTP [`Client`](crate::Client) and the
/// [`Stub`](crate::Stub) all implement it.
pub trait PingSystem: Send + Sync + 'static {
    /// Say whether anyone is there.
    ///
    /// `GET /v1/ping` · public
    ///
    /// # Errors
    ///
    /// Any problem.
    fn ping(
        &self,
        context: &Context,
        request: ping::Request,
    ) -> impl Future<Output = Result<ping::Response, ping::Error>> + Send;
}

impl<T: PingSystem> PingSystem for Arc<T> {
    fn ping(
        &self,
        context: &Context,
        request: ping::Request,
    ) -> impl Future<Output = Result<ping::Response, ping::Error>> + Send {
        T::ping(self, context, request)
    }
}
