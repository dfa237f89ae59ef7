// @generated from specs/service.yaml by `cargo xtask generate`. Do not edit.

//! What is written by hand of the Parcel Service: what it decides.

use crate::operations::get_parcel;

/// Each method works in one transaction, and emits through it: what it writes and what it
/// says happened are kept together, or neither is.
/// [`Service`](crate::Service) begins and ends the transactions.
pub trait ParcelServiceLogic: Send + Sync + 'static {
    /// Show a parcel.
    ///
    /// `GET /v1/parcels/{parcelId}` · scope `parcels:read`
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn get_parcel(
        &self,
        work: get_parcel::Work,
        request: &get_parcel::Request,
    ) -> impl Future<Output = Result<get_parcel::Response, get_parcel::Error>> + Send;
}
