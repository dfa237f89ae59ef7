// @generated from specs/services/order-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Serves the Order Service over HTTP.

use std::sync::Arc;

use tiebeam::{Context, Router, Server};

use crate::OrderService;
use crate::meta::API;
use crate::operations::{cancel_order, change_status, create_order, get_order, list_orders};

/// The routes of the API, answered by an implementation of its contract.
pub fn router(api: impl OrderService) -> Router {
    server(api).into_router()
}

/// The same before they become a router: for what a server can be told, such as where it remembers answers.
pub fn server<T: OrderService>(api: T) -> Server<T> {
    Server::new(&API, api)
        .serve(&create_order::OPERATION, create_order)
        .serve(&get_order::OPERATION, get_order)
        .serve(&list_orders::OPERATION, list_orders)
        .serve(&change_status::OPERATION, change_status)
        .serve(&cancel_order::OPERATION, cancel_order)
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

async fn list_orders<T: OrderService>(
    api: Arc<T>,
    context: Context,
    request: list_orders::Request,
) -> Result<list_orders::Response, list_orders::Error> {
    T::list_orders(&api, &context, request).await
}

async fn change_status<T: OrderService>(
    api: Arc<T>,
    context: Context,
    request: change_status::Request,
) -> Result<change_status::Response, change_status::Error> {
    T::change_status(&api, &context, request).await
}

async fn cancel_order<T: OrderService>(
    api: Arc<T>,
    context: Context,
    request: cancel_order::Request,
) -> Result<cancel_order::Response, cancel_order::Error> {
    T::cancel_order(&api, &context, request).await
}
