// @generated from specs/ping.yaml by `cargo xtask generate`. Do not edit.

//! Serves the Ping System API over HTTP.

use std::sync::Arc;

use tiebeam::{Context, Router, Server};

use crate::PingSystem;
use crate::meta::API;
use crate::operations::ping;

/// The routes of the API, answered by an implementation of its contract.
pub fn router(api: impl PingSystem) -> Router {
    server(api).into_router()
}

/// The same before they become a router: for what a server can be told, such as where it remembers answers.
pub fn server<T: PingSystem>(api: T) -> Server<T> {
    Server::new(&API, api).serve(&ping::OPERATION, ping)
}

async fn ping<T: PingSystem>(
    api: Arc<T>,
    context: Context,
    request: ping::Request,
) -> Result<ping::Response, ping::Error> {
    T::ping(&api, &context, request).await
}
