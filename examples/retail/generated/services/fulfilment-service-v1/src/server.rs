// @generated from specs/services/fulfilment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Serves the Fulfilment Service over HTTP.

use std::sync::Arc;

use tiebeam::{Context, Router, Server};

use crate::FulfilmentService;
use crate::meta::API;
use crate::operations::{get_plan, list_plans};

/// The routes of the API, answered by an implementation of its contract.
pub fn router(api: impl FulfilmentService) -> Router {
    server(api).into_router()
}

/// The same before they become a router: for what a server can be told, such as where it remembers answers.
pub fn server<T: FulfilmentService>(api: T) -> Server<T> {
    Server::new(&API, api)
        .serve(&get_plan::OPERATION, get_plan)
        .serve(&list_plans::OPERATION, list_plans)
}

async fn get_plan<T: FulfilmentService>(
    api: Arc<T>,
    context: Context,
    request: get_plan::Request,
) -> Result<get_plan::Response, get_plan::Error> {
    T::get_plan(&api, &context, request).await
}

async fn list_plans<T: FulfilmentService>(
    api: Arc<T>,
    context: Context,
    request: list_plans::Request,
) -> Result<list_plans::Response, list_plans::Error> {
    T::list_plans(&api, &context, request).await
}
