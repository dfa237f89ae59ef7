// @generated from specs/client.yaml by `cargo xtask generate`. Do not edit.

//! Serves the Client API over HTTP.

use std::sync::Arc;

use tiebeam::{Context, Router, Server};

use crate::ClientApi;
use crate::meta::API;
use crate::operations::call;

/// The routes of the API, answered by an implementation of its contract.
pub fn router(api: impl ClientApi) -> Router {
    server(api).into_router()
}

/// The same before they become a router: for what a server can be told, such as where it remembers answers.
pub fn server<T: ClientApi>(api: T) -> Server<T> {
    Server::new(&API, api).serve(&call::OPERATION, call)
}

async fn call<T: ClientApi>(
    api: Arc<T>,
    context: Context,
    request: call::Request,
) -> Result<call::Response, call::Error> {
    T::call(&api, &context, request).await
}
