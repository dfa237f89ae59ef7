// @generated from specs/apis/experience/customer-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! Serves the Customer Experience API over HTTP.

use std::sync::Arc;

use tiebeam::{Context, Router, Server};

use crate::CustomerExperience;
use crate::meta::API;
use crate::operations::{change_settings, close_account, get_account, get_dashboard, sign_up};

/// The routes of the API, answered by an implementation of its contract.
pub fn router(api: impl CustomerExperience) -> Router {
    server(api).into_router()
}

/// The same before they become a router: for what a server can be told, such as where it remembers answers.
pub fn server<T: CustomerExperience>(api: T) -> Server<T> {
    Server::new(&API, api)
        .serve(&sign_up::OPERATION, sign_up)
        .serve(&get_account::OPERATION, get_account)
        .serve(&change_settings::OPERATION, change_settings)
        .serve(&close_account::OPERATION, close_account)
        .serve(&get_dashboard::OPERATION, get_dashboard)
}

async fn sign_up<T: CustomerExperience>(
    api: Arc<T>,
    context: Context,
    request: sign_up::Request,
) -> Result<sign_up::Response, sign_up::Error> {
    T::sign_up(&api, &context, request).await
}

async fn get_account<T: CustomerExperience>(
    api: Arc<T>,
    context: Context,
    request: get_account::Request,
) -> Result<get_account::Response, get_account::Error> {
    T::get_account(&api, &context, request).await
}

async fn change_settings<T: CustomerExperience>(
    api: Arc<T>,
    context: Context,
    request: change_settings::Request,
) -> Result<change_settings::Response, change_settings::Error> {
    T::change_settings(&api, &context, request).await
}

async fn close_account<T: CustomerExperience>(
    api: Arc<T>,
    context: Context,
    request: close_account::Request,
) -> Result<close_account::Response, close_account::Error> {
    T::close_account(&api, &context, request).await
}

async fn get_dashboard<T: CustomerExperience>(
    api: Arc<T>,
    context: Context,
    request: get_dashboard::Request,
) -> Result<get_dashboard::Response, get_dashboard::Error> {
    T::get_dashboard(&api, &context, request).await
}
