// @generated from specs/apis/system/payments-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! Serves the Payments System API over HTTP.

use std::sync::Arc;

use tiebeam::{Context, Router, Server};

use crate::PaymentsSystem;
use crate::meta::API;
use crate::operations::{authorize, capture_authorization, get_authorization, void_authorization};

/// The routes of the API, answered by an implementation of its contract.
pub fn router(api: impl PaymentsSystem) -> Router {
    server(api).into_router()
}

/// The same before they become a router: for what a server can be told, such as where it remembers answers.
pub fn server<T: PaymentsSystem>(api: T) -> Server<T> {
    Server::new(&API, api)
        .serve(&authorize::OPERATION, authorize)
        .serve(&get_authorization::OPERATION, get_authorization)
        .serve(&capture_authorization::OPERATION, capture_authorization)
        .serve(&void_authorization::OPERATION, void_authorization)
}

async fn authorize<T: PaymentsSystem>(
    api: Arc<T>,
    context: Context,
    request: authorize::Request,
) -> Result<authorize::Response, authorize::Error> {
    T::authorize(&api, &context, request).await
}

async fn get_authorization<T: PaymentsSystem>(
    api: Arc<T>,
    context: Context,
    request: get_authorization::Request,
) -> Result<get_authorization::Response, get_authorization::Error> {
    T::get_authorization(&api, &context, request).await
}

async fn capture_authorization<T: PaymentsSystem>(
    api: Arc<T>,
    context: Context,
    request: capture_authorization::Request,
) -> Result<capture_authorization::Response, capture_authorization::Error> {
    T::capture_authorization(&api, &context, request).await
}

async fn void_authorization<T: PaymentsSystem>(
    api: Arc<T>,
    context: Context,
    request: void_authorization::Request,
) -> Result<void_authorization::Response, void_authorization::Error> {
    T::void_authorization(&api, &context, request).await
}
