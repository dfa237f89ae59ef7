// @generated from specs/hurdles.yaml by `cargo xtask generate`. Do not edit.

//! Serves the Future API over HTTP.

use std::sync::Arc;

use tiebeam::{Context, Router, Server};

use crate::FutureApi;
use crate::meta::API;
use crate::operations::poll;

/// The routes of the API, answered by an implementation of its contract.
pub fn router(api: impl FutureApi) -> Router {
    Server::new(&API, api).serve(&poll::OPERATION, poll).into_router()
}

async fn poll<T: FutureApi>(
    api: Arc<T>,
    context: Context,
    request: poll::Request,
) -> Result<poll::Response, poll::Error> {
    T::poll(&api, &context, request).await
}
