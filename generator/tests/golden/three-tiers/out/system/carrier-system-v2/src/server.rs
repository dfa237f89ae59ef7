// @generated from specs/system.yaml by `cargo xtask generate`. Do not edit.

//! Serves the Carrier System API over HTTP.

use std::sync::Arc;

use tiebeam::{Context, Router, Server};

use crate::CarrierSystem;
use crate::meta::API;
use crate::operations::collect_parcel;

/// The routes of the API, answered by an implementation of its contract.
pub fn router(api: impl CarrierSystem) -> Router {
    server(api).into_router()
}

/// The same before they become a router: for what a server can be told, such as where it remembers answers.
pub fn server<T: CarrierSystem>(api: T) -> Server<T> {
    Server::new(&API, api).serve(&collect_parcel::OPERATION, collect_parcel)
}

async fn collect_parcel<T: CarrierSystem>(
    api: Arc<T>,
    context: Context,
    request: collect_parcel::Request,
) -> Result<collect_parcel::Response, collect_parcel::Error> {
    T::collect_parcel(&api, &context, request).await
}
