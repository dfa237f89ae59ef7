// @generated from specs/apis/billing.v2.yaml by `cargo xtask generate`. Do not edit.

//! Serves the Billing System API over HTTP.

use std::sync::Arc;

use tiebeam::{Context, Router, Server};

use crate::BillingSystem;
use crate::meta::API;
use crate::operations::count_bills;

/// The routes of the API, answered by an implementation of its contract.
pub fn router(api: impl BillingSystem) -> Router {
    server(api).into_router()
}

/// The same before they become a router: for what a server can be told, such as where it remembers answers.
pub fn server<T: BillingSystem>(api: T) -> Server<T> {
    Server::new(&API, api).serve(&count_bills::OPERATION, count_bills)
}

async fn count_bills<T: BillingSystem>(
    api: Arc<T>,
    context: Context,
    request: count_bills::Request,
) -> Result<count_bills::Response, count_bills::Error> {
    T::count_bills(&api, &context, request).await
}
