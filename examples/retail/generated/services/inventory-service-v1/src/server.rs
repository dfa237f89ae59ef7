// @generated from specs/services/inventory-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Serves the Inventory Service over HTTP.

use std::sync::Arc;

use tiebeam::{Context, Router, Server};

use crate::InventoryService;
use crate::meta::API;
use crate::operations::{adjust_stock, get_stock_level, list_stock_levels};

/// The routes of the API, answered by an implementation of its contract.
pub fn router(api: impl InventoryService) -> Router {
    server(api).into_router()
}

/// The same before they become a router: for what a server can be told, such as where it remembers answers.
pub fn server<T: InventoryService>(api: T) -> Server<T> {
    Server::new(&API, api)
        .serve(&list_stock_levels::OPERATION, list_stock_levels)
        .serve(&get_stock_level::OPERATION, get_stock_level)
        .serve(&adjust_stock::OPERATION, adjust_stock)
}

async fn list_stock_levels<T: InventoryService>(
    api: Arc<T>,
    context: Context,
    request: list_stock_levels::Request,
) -> Result<list_stock_levels::Response, list_stock_levels::Error> {
    T::list_stock_levels(&api, &context, request).await
}

async fn get_stock_level<T: InventoryService>(
    api: Arc<T>,
    context: Context,
    request: get_stock_level::Request,
) -> Result<get_stock_level::Response, get_stock_level::Error> {
    T::get_stock_level(&api, &context, request).await
}

async fn adjust_stock<T: InventoryService>(
    api: Arc<T>,
    context: Context,
    request: adjust_stock::Request,
) -> Result<adjust_stock::Response, adjust_stock::Error> {
    T::adjust_stock(&api, &context, request).await
}
