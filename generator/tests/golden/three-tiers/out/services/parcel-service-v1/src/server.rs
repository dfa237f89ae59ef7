// @generated from specs/service.yaml by `cargo xtask generate`. Do not edit.

//! Serves the Parcel Service over HTTP.

use std::sync::Arc;

use tiebeam::{Context, Router, Server};

use crate::ParcelService;
use crate::meta::API;
use crate::operations::get_parcel;

/// The routes of the API, answered by an implementation of its contract.
pub fn router(api: impl ParcelService) -> Router {
    server(api).into_router()
}

/// The same before they become a router: for what a server can be told, such as where it remembers answers.
pub fn server<T: ParcelService>(api: T) -> Server<T> {
    Server::new(&API, api).serve(&get_parcel::OPERATION, get_parcel)
}

async fn get_parcel<T: ParcelService>(
    api: Arc<T>,
    context: Context,
    request: get_parcel::Request,
) -> Result<get_parcel::Response, get_parcel::Error> {
    T::get_parcel(&api, &context, request).await
}
