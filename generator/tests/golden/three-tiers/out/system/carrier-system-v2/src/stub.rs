// @generated from specs/system.yaml by `cargo xtask generate`. Do not edit.

//! Stands in for the Carrier System API: answers with the examples of its spec.

use tiebeam::{Context, stub};

use crate::CarrierSystem;
use crate::operations::collect_parcel;

/// Answers with the first example that the document has of a response, or 501 where it has none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stub;

impl CarrierSystem for Stub {
    async fn collect_parcel(
        &self,
        _: &Context,
        _: collect_parcel::Request,
    ) -> Result<collect_parcel::Response, collect_parcel::Error> {
        stub::empty(&collect_parcel::OPERATION)
    }
}
