// @generated from specs/service.yaml by `cargo xtask generate`. Do not edit.

//! The contract of the Parcel Service: one method per operation.

use std::sync::Arc;

use tiebeam::Context;

use crate::operations::get_parcel;

/// Owns the parcels.
///
/// The hand-written implementation, the HTTP [`Client`](crate::Client) and the
/// [`Stub`](crate::Stub) all implement it.
pub trait ParcelService: Send + Sync + 'static {
    /// Show a parcel.
    ///
    /// `GET /v1/parcels/{parcelId}` · scope `parcels:read`
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn get_parcel(
        &self,
        context: &Context,
        request: get_parcel::Request,
    ) -> impl Future<Output = Result<get_parcel::Response, get_parcel::Error>> + Send;
}

impl<T: ParcelService> ParcelService for Arc<T> {
    fn get_parcel(
        &self,
        context: &Context,
        request: get_parcel::Request,
    ) -> impl Future<Output = Result<get_parcel::Response, get_parcel::Error>> + Send {
        T::get_parcel(self, context, request)
    }
}
