// @generated from specs/system.yaml by `cargo xtask generate`. Do not edit.

//! The contract of the Carrier System API: one method per operation.

use std::sync::Arc;

use tiebeam::Context;

use crate::operations::collect_parcel;

/// The stable interface to the carrier.
///
/// The hand-written implementation, the HTTP [`Client`](crate::Client) and the
/// [`Stub`](crate::Stub) all implement it.
pub trait CarrierSystem: Send + Sync + 'static {
    /// Have a parcel collected.
    ///
    /// `PUT /v2/parcels/{parcelId}/collection` · scope `parcels:write`
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn collect_parcel(
        &self,
        context: &Context,
        request: collect_parcel::Request,
    ) -> impl Future<Output = Result<collect_parcel::Response, collect_parcel::Error>> + Send;
}

impl<T: CarrierSystem> CarrierSystem for Arc<T> {
    fn collect_parcel(
        &self,
        context: &Context,
        request: collect_parcel::Request,
    ) -> impl Future<Output = Result<collect_parcel::Response, collect_parcel::Error>> + Send {
        T::collect_parcel(self, context, request)
    }
}
