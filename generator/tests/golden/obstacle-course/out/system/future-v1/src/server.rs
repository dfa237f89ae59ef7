// @generated from specs/hurdles.yaml by `cargo xtask generate`. Do not edit.

//! Serves the Future API over HTTP.

use std::sync::Arc;

use tiebeam::{Context, Router, Server};

use crate::FutureApi;
use crate::meta::API;
use crate::operations::poll;

/// The routes of the API, answered by an implementation of its contract.
pub fn router(api: impl FutureApi) -> Router {
    server(api).into_router()
}

/// The same before they become a router: for what a server can be told, such as where it remembers answers.
pub fn server<T: FutureApi>(api: T) -> Server<T> {
    Server::new(&API, api).serve(&poll::OPERATION, poll)
}

async fn poll<T: FutureApi>(
    api: Arc<T>,
    context: Context,
    request: poll::Request,
) -> Result<poll::Response, poll::Error> {
    T::poll(&api, &context, request).await
}
