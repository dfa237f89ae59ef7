// @generated from specs/services/order-history-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Serves the Order History Service over HTTP.

use std::sync::Arc;

use tiebeam::{Context, Router, Server};

use crate::OrderHistoryService;
use crate::meta::API;
use crate::operations::{get_past_order, list_past_orders};

/// The routes of the API, answered by an implementation of its contract.
pub fn router(api: impl OrderHistoryService) -> Router {
    server(api).into_router()
}

/// The same before they become a router: for what a server can be told, such as where it remembers answers.
pub fn server<T: OrderHistoryService>(api: T) -> Server<T> {
    Server::new(&API, api)
        .serve(&list_past_orders::OPERATION, list_past_orders)
        .serve(&get_past_order::OPERATION, get_past_order)
}

async fn list_past_orders<T: OrderHistoryService>(
    api: Arc<T>,
    context: Context,
    request: list_past_orders::Request,
) -> Result<list_past_orders::Response, list_past_orders::Error> {
    T::list_past_orders(&api, &context, request).await
}

async fn get_past_order<T: OrderHistoryService>(
    api: Arc<T>,
    context: Context,
    request: get_past_order::Request,
) -> Result<get_past_order::Response, get_past_order::Error> {
    T::get_past_order(&api, &context, request).await
}
