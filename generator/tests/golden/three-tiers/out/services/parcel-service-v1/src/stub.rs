// @generated from specs/service.yaml by `cargo xtask generate`. Do not edit.

//! Stands in for the Parcel Service: answers with the examples of its spec.

use tiebeam::{Context, stub};

use crate::ParcelService;
use crate::operations::get_parcel;

/// Answers with the first example that the document has of a response, or 501 where it has none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stub;

impl ParcelService for Stub {
    async fn get_parcel(
        &self,
        _: &Context,
        _: get_parcel::Request,
    ) -> Result<get_parcel::Response, get_parcel::Error> {
        stub::example(
            &get_parcel::OPERATION,
            r#"{"id":"0192f0c1-7d4e-7a52-8c1f-2f6f0a9b3c4d","grams":250}"#,
        )
    }
}
