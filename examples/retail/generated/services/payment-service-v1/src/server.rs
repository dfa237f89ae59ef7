// @generated from specs/services/payment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Serves the Payment Service over HTTP.

use std::sync::Arc;

use tiebeam::{Context, Router, Server};

use crate::PaymentService;
use crate::meta::API;
use crate::operations::{get_payment, list_payments, record_payment, settle_payment};

/// The routes of the API, answered by an implementation of its contract.
pub fn router(api: impl PaymentService) -> Router {
    server(api).into_router()
}

/// The same before they become a router: for what a server can be told, such as where it remembers answers.
pub fn server<T: PaymentService>(api: T) -> Server<T> {
    Server::new(&API, api)
        .serve(&record_payment::OPERATION, record_payment)
        .serve(&get_payment::OPERATION, get_payment)
        .serve(&list_payments::OPERATION, list_payments)
        .serve(&settle_payment::OPERATION, settle_payment)
}

async fn record_payment<T: PaymentService>(
    api: Arc<T>,
    context: Context,
    request: record_payment::Request,
) -> Result<record_payment::Response, record_payment::Error> {
    T::record_payment(&api, &context, request).await
}

async fn get_payment<T: PaymentService>(
    api: Arc<T>,
    context: Context,
    request: get_payment::Request,
) -> Result<get_payment::Response, get_payment::Error> {
    T::get_payment(&api, &context, request).await
}

async fn list_payments<T: PaymentService>(
    api: Arc<T>,
    context: Context,
    request: list_payments::Request,
) -> Result<list_payments::Response, list_payments::Error> {
    T::list_payments(&api, &context, request).await
}

async fn settle_payment<T: PaymentService>(
    api: Arc<T>,
    context: Context,
    request: settle_payment::Request,
) -> Result<settle_payment::Response, settle_payment::Error> {
    T::settle_payment(&api, &context, request).await
}
