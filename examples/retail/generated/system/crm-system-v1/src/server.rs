// @generated from specs/apis/system/crm-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! Serves the CRM System API over HTTP.

use std::sync::Arc;

use tiebeam::{Context, Router, Server};

use crate::CrmSystem;
use crate::meta::API;
use crate::operations::{close_standing, get_standing, list_standings, open_standing};

/// The routes of the API, answered by an implementation of its contract.
pub fn router(api: impl CrmSystem) -> Router {
    server(api).into_router()
}

/// The same before they become a router: for what a server can be told, such as where it remembers answers.
pub fn server<T: CrmSystem>(api: T) -> Server<T> {
    Server::new(&API, api)
        .serve(&get_standing::OPERATION, get_standing)
        .serve(&list_standings::OPERATION, list_standings)
        .serve(&open_standing::OPERATION, open_standing)
        .serve(&close_standing::OPERATION, close_standing)
}

async fn get_standing<T: CrmSystem>(
    api: Arc<T>,
    context: Context,
    request: get_standing::Request,
) -> Result<get_standing::Response, get_standing::Error> {
    T::get_standing(&api, &context, request).await
}

async fn list_standings<T: CrmSystem>(
    api: Arc<T>,
    context: Context,
    request: list_standings::Request,
) -> Result<list_standings::Response, list_standings::Error> {
    T::list_standings(&api, &context, request).await
}

async fn open_standing<T: CrmSystem>(
    api: Arc<T>,
    context: Context,
    request: open_standing::Request,
) -> Result<open_standing::Response, open_standing::Error> {
    T::open_standing(&api, &context, request).await
}

async fn close_standing<T: CrmSystem>(
    api: Arc<T>,
    context: Context,
    request: close_standing::Request,
) -> Result<close_standing::Response, close_standing::Error> {
    T::close_standing(&api, &context, request).await
}
