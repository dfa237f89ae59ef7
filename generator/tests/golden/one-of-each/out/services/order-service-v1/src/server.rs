// @generated from specs/services/order.yaml by `cargo xtask generate`. Do not edit.

//! Serves the Order Service over HTTP.

use std::sync::Arc;

use tiebeam::{Context, Router, Server};

use crate::OrderService;
use crate::meta::API;
use crate::operations::{create_order, get_order};

/// The routes of the API, answered by an implementation of its contract.
pub fn router(api: impl OrderService) -> Router {
    server(api).into_router()
}

/// The same before they become a router: for what a server can be told, such as where it remembers answers.
pub fn server<T: OrderService>(api: T) -> Server<T> {
    Server::new(&API, api)
        .serve(&create_order::OPERATION, create_order)
        .serve(&get_order::OPERATION, get_order)
}

async fn create_order<T: OrderService>(
    api: Arc<T>,
    context: Context,
    request: create_order::Request,
) -> Result<create_order::Response, create_order::Error> {
    T::create_order(&api, &context, request).await
}

async fn get_order<T: OrderService>(
    api: Arc<T>,
    context: Context,
    request: get_order::Request,
) -> Result<get_order::Response, get_order::Error> {
    T::get_order(&api, &context, request).await
}
