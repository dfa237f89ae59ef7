// @generated from specs/client.yaml by `cargo xtask generate`. Do not edit.

//! Serves the Client API over HTTP.

use std::sync::Arc;

use tiebeam::{Context, Router, Server};

use crate::ClientApi;
use crate::meta::API;
use crate::operations::call;

/// The routes of the API, answered by an implementation of its contract.
pub fn router(api: impl ClientApi) -> Router {
    Server::new(&API, api).serve(&call::OPERATION, call).into_router()
}

async fn call<T: ClientApi>(
    api: Arc<T>,
    context: Context,
    request: call::Request,
) -> Result<call::Response, call::Error> {
    T::call(&api, &context, request).await
}
