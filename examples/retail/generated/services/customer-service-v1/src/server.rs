// @generated from specs/services/customer-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Serves the Customer Service over HTTP.

use std::sync::Arc;

use tiebeam::{Context, Router, Server};

use crate::CustomerService;
use crate::meta::API;
use crate::operations::{
    change_profile, close_customer, create_customer, get_customer, list_customers,
};

/// The routes of the API, answered by an implementation of its contract.
pub fn router(api: impl CustomerService) -> Router {
    server(api).into_router()
}

/// The same before they become a router: for what a server can be told, such as where it remembers answers.
pub fn server<T: CustomerService>(api: T) -> Server<T> {
    Server::new(&API, api)
        .serve(&create_customer::OPERATION, create_customer)
        .serve(&get_customer::OPERATION, get_customer)
        .serve(&list_customers::OPERATION, list_customers)
        .serve(&change_profile::OPERATION, change_profile)
        .serve(&close_customer::OPERATION, close_customer)
}

async fn create_customer<T: CustomerService>(
    api: Arc<T>,
    context: Context,
    request: create_customer::Request,
) -> Result<create_customer::Response, create_customer::Error> {
    T::create_customer(&api, &context, request).await
}

async fn get_customer<T: CustomerService>(
    api: Arc<T>,
    context: Context,
    request: get_customer::Request,
) -> Result<get_customer::Response, get_customer::Error> {
    T::get_customer(&api, &context, request).await
}

async fn list_customers<T: CustomerService>(
    api: Arc<T>,
    context: Context,
    request: list_customers::Request,
) -> Result<list_customers::Response, list_customers::Error> {
    T::list_customers(&api, &context, request).await
}

async fn change_profile<T: CustomerService>(
    api: Arc<T>,
    context: Context,
    request: change_profile::Request,
) -> Result<change_profile::Response, change_profile::Error> {
    T::change_profile(&api, &context, request).await
}

async fn close_customer<T: CustomerService>(
    api: Arc<T>,
    context: Context,
    request: close_customer::Request,
) -> Result<close_customer::Response, close_customer::Error> {
    T::close_customer(&api, &context, request).await
}
