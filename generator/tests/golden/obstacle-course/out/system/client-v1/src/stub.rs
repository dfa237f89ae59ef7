// @generated from specs/client.yaml by `cargo xtask generate`. Do not edit.

//! Stands in for the Client API: answers with the examples of its spec.

use tiebeam::{Context, stub};

use crate::ClientApi;
use crate::operations::call;

/// Answers with the first example that the document has of a response, or 501 where it has none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stub;

impl ClientApi for Stub {
    async fn call(&self, _: &Context, _: call::Request) -> Result<call::Response, call::Error> {
        stub::not_implemented(&call::OPERATION)
    }
}
