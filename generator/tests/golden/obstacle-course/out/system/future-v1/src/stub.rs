// @generated from specs/hurdles.yaml by `cargo xtask generate`. Do not edit.

//! Stands in for the Future API: answers with the examples of its spec.

use tiebeam::{Context, stub};

use crate::FutureApi;
use crate::operations::poll;

/// Answers with the first example that the document has of a response, or 501 where it has none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stub;

impl FutureApi for Stub {
    async fn poll(&self, _: &Context, _: poll::Request) -> Result<poll::Response, poll::Error> {
        stub::not_implemented(&poll::OPERATION)
    }
}
