// @generated from specs/apis/order.yaml by `cargo xtask generate`. Do not edit.

//! Serves the Order Process API over HTTP.

use std::sync::Arc;

use tiebeam::{Context, Router, Server};

use crate::OrderProcess;
use crate::meta::API;
use crate::operations::{
    cancel_order, change_order, count_orders, get_order, list_orders, place_order,
};

/// The routes of the API, answered by an implementation of its contract.
pub fn router(api: impl OrderProcess) -> Router {
    server(api).into_router()
}

/// The same before they become a router: for what a server can be told, such as where it remembers answers.
pub fn server<T: OrderProcess>(api: T) -> Server<T> {
    Server::new(&API, api)
        .serve(&place_order::OPERATION, place_order)
        .serve(&list_orders::OPERATION, list_orders)
        .serve(&get_order::OPERATION, get_order)
        .serve(&change_order::OPERATION, change_order)
        .serve(&cancel_order::OPERATION, cancel_order)
        .serve(&count_orders::OPERATION, count_orders)
}

async fn place_order<T: OrderProcess>(
    api: Arc<T>,
    context: Context,
    request: place_order::Request,
) -> Result<place_order::Response, place_order::Error> {
    T::place_order(&api, &context, request).await
}

async fn list_orders<T: OrderProcess>(
    api: Arc<T>,
    context: Context,
    request: list_orders::Request,
) -> Result<list_orders::Response, list_orders::Error> {
    T::list_orders(&api, &context, request).await
}

async fn get_order<T: OrderProcess>(
    api: Arc<T>,
    context: Context,
    request: get_order::Request,
) -> Result<get_order::Response, get_order::Error> {
    T::get_order(&api, &context, request).await
}

async fn change_order<T: OrderProcess>(
    api: Arc<T>,
    context: Context,
    request: change_order::Request,
) -> Result<change_order::Response, change_order::Error> {
    T::change_order(&api, &context, request).await
}

async fn cancel_order<T: OrderProcess>(
    api: Arc<T>,
    context: Context,
    request: cancel_order::Request,
) -> Result<cancel_order::Response, cancel_order::Error> {
    T::cancel_order(&api, &context, request).await
}

async fn count_orders<T: OrderProcess>(
    api: Arc<T>,
    context: Context,
    request: count_orders::Request,
) -> Result<count_orders::Response, count_orders::Error> {
    T::count_orders(&api, &context, request).await
}
