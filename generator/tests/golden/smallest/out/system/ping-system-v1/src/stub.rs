// @generated from specs/ping.yaml by `cargo xtask generate`. Do not edit.

//! Stands in for the Ping System API: answers with the examples of its spec.

use tiebeam::{Context, stub};

use crate::PingSystem;
use crate::operations::ping;

/// Answers with the first example that the document has of a response, or 501 where it has none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stub;

impl PingSystem for Stub {
    async fn ping(&self, _: &Context, _: ping::Request) -> Result<ping::Response, ping::Error> {
        stub::empty(&ping::OPERATION)
    }
}
