// @generated from specs/service.yaml by `cargo xtask generate`. Do not edit.

//! Stands in for the Service: answers with the examples of its spec.

use tiebeam::{Context, stub};

use crate::ServiceApi;
use crate::operations::work;

/// Answers with the first example that the document has of a response, or 501 where it has none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stub;

impl ServiceApi for Stub {
    async fn work(&self, _: &Context, _: work::Request) -> Result<work::Response, work::Error> {
        stub::empty(&work::OPERATION)
    }
}
