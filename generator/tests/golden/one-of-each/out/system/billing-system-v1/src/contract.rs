// @generated from specs/apis/billing.v1.yaml by `cargo xtask generate`. Do not edit.

//! The contract of the Billing System API: one method per operation.

use std::sync::Arc;

use tiebeam::Context;

use crate::operations::count_bills;

/// The old interface to the bills.
///
/// The hand-written implementation, the HTTP [`Client`](crate::Client) and the
/// [`Stub`](crate::Stub) all implement it.
pub trait BillingSystem: Send + Sync + 'static {
    /// Count the bills.
    ///
    /// `GET /v1/bills/count` · scope `bills:read`
    ///
    /// **Deprecated** since 2026-01-01, answers until 2026-12-31; use `billing-system@2` instead.
    /// The second version knows currencies.
    ///
    /// # Errors
    ///
    /// Any problem.
    fn count_bills(
        &self,
        context: &Context,
        request: count_bills::Request,
    ) -> impl Future<Output = Result<count_bills::Response, count_bills::Error>> + Send;
}

impl<T: BillingSystem> BillingSystem for Arc<T> {
    fn count_bills(
        &self,
        context: &Context,
        request: count_bills::Request,
    ) -> impl Future<Output = Result<count_bills::Response, count_bills::Error>> + Send {
        T::count_bills(self, context, request)
    }
}
