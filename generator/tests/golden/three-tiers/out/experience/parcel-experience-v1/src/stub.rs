// @generated from specs/experience.yaml by `cargo xtask generate`. Do not edit.

//! Stands in for the Parcel Experience API: answers with the examples of its spec.

use tiebeam::{Context, stub};

use crate::ParcelExperience;
use crate::operations::get_parcel;

/// Answers with the first example that the document has of a response, or 501 where it has none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stub;

impl ParcelExperience for Stub {
    async fn get_parcel(
        &self,
        _: &Context,
        _: get_parcel::Request,
    ) -> Result<get_parcel::Response, get_parcel::Error> {
        stub::example(&get_parcel::OPERATION, r#"{"title":"Your teapot"}"#)
    }
}
