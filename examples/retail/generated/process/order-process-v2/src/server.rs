// @generated from specs/apis/process/order-process.v2.yaml by `cargo xtask generate`. Do not edit.

//! Serves the Order Process API over HTTP.

use std::sync::Arc;

use tiebeam::{Context, Router, Server};

use crate::OrderProcess;
use crate::meta::API;
use crate::operations::{
    cancel_order, find_order_by_number, get_category, get_order, list_orders, list_products,
    place_order, quote_order,
};

/// The routes of the API, answered by an implementation of its contract.
pub fn router(api: impl OrderProcess) -> Router {
    server(api).into_router()
}

/// The same before they become a router: for what a server can be told, such as where it remembers answers.
pub fn server<T: OrderProcess>(api: T) -> Server<T> {
    Server::new(&API, api)
        .serve(&list_products::OPERATION, list_products)
        .serve(&get_category::OPERATION, get_category)
        .serve(&quote_order::OPERATION, quote_order)
        .serve(&place_order::OPERATION, place_order)
        .serve(&get_order::OPERATION, get_order)
        .serve(&list_orders::OPERATION, list_orders)
        .serve(&cancel_order::OPERATION, cancel_order)
        .serve(&find_order_by_number::OPERATION, find_order_by_number)
}

async fn list_products<T: OrderProcess>(
    api: Arc<T>,
    context: Context,
    request: list_products::Request,
) -> Result<list_products::Response, list_products::Error> {
    T::list_products(&api, &context, request).await
}

async fn get_category<T: OrderProcess>(
    api: Arc<T>,
    context: Context,
    request: get_category::Request,
) -> Result<get_category::Response, get_category::Error> {
    T::get_category(&api, &context, request).await
}

async fn quote_order<T: OrderProcess>(
    api: Arc<T>,
    context: Context,
    request: quote_order::Request,
) -> Result<quote_order::Response, quote_order::Error> {
    T::quote_order(&api, &context, request).await
}

async fn place_order<T: OrderProcess>(
    api: Arc<T>,
    context: Context,
    request: place_order::Request,
) -> Result<place_order::Response, place_order::Error> {
    T::place_order(&api, &context, request).await
}

async fn get_order<T: OrderProcess>(
    api: Arc<T>,
    context: Context,
    request: get_order::Request,
) -> Result<get_order::Response, get_order::Error> {
    T::get_order(&api, &context, request).await
}

async fn list_orders<T: OrderProcess>(
    api: Arc<T>,
    context: Context,
    request: list_orders::Request,
) -> Result<list_orders::Response, list_orders::Error> {
    T::list_orders(&api, &context, request).await
}

async fn cancel_order<T: OrderProcess>(
    api: Arc<T>,
    context: Context,
    request: cancel_order::Request,
) -> Result<cancel_order::Response, cancel_order::Error> {
    T::cancel_order(&api, &context, request).await
}

async fn find_order_by_number<T: OrderProcess>(
    api: Arc<T>,
    context: Context,
    request: find_order_by_number::Request,
) -> Result<find_order_by_number::Response, find_order_by_number::Error> {
    T::find_order_by_number(&api, &context, request).await
}
