// @generated from specs/service.yaml by `cargo xtask generate`. Do not edit.

//! Serves the Service over HTTP.

use std::sync::Arc;

use tiebeam::{Context, Router, Server};

use crate::ServiceApi;
use crate::meta::API;
use crate::operations::work;

/// The routes of the API, answered by an implementation of its contract.
pub fn router(api: impl ServiceApi) -> Router {
    server(api).into_router()
}

/// The same before they become a router: for what a server can be told, such as where it remembers answers.
pub fn server<T: ServiceApi>(api: T) -> Server<T> {
    Server::new(&API, api).serve(&work::OPERATION, work)
}

async fn work<T: ServiceApi>(
    api: Arc<T>,
    context: Context,
    request: work::Request,
) -> Result<work::Response, work::Error> {
    T::work(&api, &context, request).await
}
