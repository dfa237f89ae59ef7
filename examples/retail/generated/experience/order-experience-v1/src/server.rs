// @generated from specs/apis/experience/order-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! Serves the Order Experience API over HTTP.

use std::sync::Arc;

use tiebeam::{Context, Router, Server};

use crate::OrderExperience;
use crate::meta::API;
use crate::operations::{
    browse_products, cancel_order, check_out, get_order, get_shelf, list_orders, quote_basket,
    track_order,
};

/// The routes of the API, answered by an implementation of its contract.
pub fn router(api: impl OrderExperience) -> Router {
    server(api).into_router()
}

/// The same before they become a router: for what a server can be told, such as where it remembers answers.
pub fn server<T: OrderExperience>(api: T) -> Server<T> {
    Server::new(&API, api)
        .serve(&browse_products::OPERATION, browse_products)
        .serve(&get_shelf::OPERATION, get_shelf)
        .serve(&quote_basket::OPERATION, quote_basket)
        .serve(&check_out::OPERATION, check_out)
        .serve(&get_order::OPERATION, get_order)
        .serve(&list_orders::OPERATION, list_orders)
        .serve(&cancel_order::OPERATION, cancel_order)
        .serve(&track_order::OPERATION, track_order)
}

async fn browse_products<T: OrderExperience>(
    api: Arc<T>,
    context: Context,
    request: browse_products::Request,
) -> Result<browse_products::Response, browse_products::Error> {
    T::browse_products(&api, &context, request).await
}

async fn get_shelf<T: OrderExperience>(
    api: Arc<T>,
    context: Context,
    request: get_shelf::Request,
) -> Result<get_shelf::Response, get_shelf::Error> {
    T::get_shelf(&api, &context, request).await
}

async fn quote_basket<T: OrderExperience>(
    api: Arc<T>,
    context: Context,
    request: quote_basket::Request,
) -> Result<quote_basket::Response, quote_basket::Error> {
    T::quote_basket(&api, &context, request).await
}

async fn check_out<T: OrderExperience>(
    api: Arc<T>,
    context: Context,
    request: check_out::Request,
) -> Result<check_out::Response, check_out::Error> {
    T::check_out(&api, &context, request).await
}

async fn get_order<T: OrderExperience>(
    api: Arc<T>,
    context: Context,
    request: get_order::Request,
) -> Result<get_order::Response, get_order::Error> {
    T::get_order(&api, &context, request).await
}

async fn list_orders<T: OrderExperience>(
    api: Arc<T>,
    context: Context,
    request: list_orders::Request,
) -> Result<list_orders::Response, list_orders::Error> {
    T::list_orders(&api, &context, request).await
}

async fn cancel_order<T: OrderExperience>(
    api: Arc<T>,
    context: Context,
    request: cancel_order::Request,
) -> Result<cancel_order::Response, cancel_order::Error> {
    T::cancel_order(&api, &context, request).await
}

async fn track_order<T: OrderExperience>(
    api: Arc<T>,
    context: Context,
    request: track_order::Request,
) -> Result<track_order::Response, track_order::Error> {
    T::track_order(&api, &context, request).await
}
