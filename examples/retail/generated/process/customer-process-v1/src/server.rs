// @generated from specs/apis/process/customer-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! Serves the Customer Process API over HTTP.

use std::sync::Arc;

use tiebeam::{Context, Router, Server};

use crate::CustomerProcess;
use crate::meta::API;
use crate::operations::{
    change_profile, close_customer, get_customer, get_standing, list_customers, list_order_history,
    register_customer,
};

/// The routes of the API, answered by an implementation of its contract.
pub fn router(api: impl CustomerProcess) -> Router {
    server(api).into_router()
}

/// The same before they become a router: for what a server can be told, such as where it remembers answers.
pub fn server<T: CustomerProcess>(api: T) -> Server<T> {
    Server::new(&API, api)
        .serve(&register_customer::OPERATION, register_customer)
        .serve(&get_customer::OPERATION, get_customer)
        .serve(&list_customers::OPERATION, list_customers)
        .serve(&change_profile::OPERATION, change_profile)
        .serve(&close_customer::OPERATION, close_customer)
        .serve(&list_order_history::OPERATION, list_order_history)
        .serve(&get_standing::OPERATION, get_standing)
}

async fn register_customer<T: CustomerProcess>(
    api: Arc<T>,
    context: Context,
    request: register_customer::Request,
) -> Result<register_customer::Response, register_customer::Error> {
    T::register_customer(&api, &context, request).await
}

async fn get_customer<T: CustomerProcess>(
    api: Arc<T>,
    context: Context,
    request: get_customer::Request,
) -> Result<get_customer::Response, get_customer::Error> {
    T::get_customer(&api, &context, request).await
}

async fn list_customers<T: CustomerProcess>(
    api: Arc<T>,
    context: Context,
    request: list_customers::Request,
) -> Result<list_customers::Response, list_customers::Error> {
    T::list_customers(&api, &context, request).await
}

async fn change_profile<T: CustomerProcess>(
    api: Arc<T>,
    context: Context,
    request: change_profile::Request,
) -> Result<change_profile::Response, change_profile::Error> {
    T::change_profile(&api, &context, request).await
}

async fn close_customer<T: CustomerProcess>(
    api: Arc<T>,
    context: Context,
    request: close_customer::Request,
) -> Result<close_customer::Response, close_customer::Error> {
    T::close_customer(&api, &context, request).await
}

async fn list_order_history<T: CustomerProcess>(
    api: Arc<T>,
    context: Context,
    request: list_order_history::Request,
) -> Result<list_order_history::Response, list_order_history::Error> {
    T::list_order_history(&api, &context, request).await
}

async fn get_standing<T: CustomerProcess>(
    api: Arc<T>,
    context: Context,
    request: get_standing::Request,
) -> Result<get_standing::Response, get_standing::Error> {
    T::get_standing(&api, &context, request).await
}
