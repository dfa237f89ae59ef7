// @generated from specs/apis/process/shipping-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! Serves the Shipping Process API over HTTP.

use std::sync::Arc;

use tiebeam::{Context, Router, Server};

use crate::ShippingProcess;
use crate::meta::API;
use crate::operations::{create_shipment, get_shipment, list_shipments, plan_shipment};

/// The routes of the API, answered by an implementation of its contract.
pub fn router(api: impl ShippingProcess) -> Router {
    server(api).into_router()
}

/// The same before they become a router: for what a server can be told, such as where it remembers answers.
pub fn server<T: ShippingProcess>(api: T) -> Server<T> {
    Server::new(&API, api)
        .serve(&plan_shipment::OPERATION, plan_shipment)
        .serve(&create_shipment::OPERATION, create_shipment)
        .serve(&get_shipment::OPERATION, get_shipment)
        .serve(&list_shipments::OPERATION, list_shipments)
}

async fn plan_shipment<T: ShippingProcess>(
    api: Arc<T>,
    context: Context,
    request: plan_shipment::Request,
) -> Result<plan_shipment::Response, plan_shipment::Error> {
    T::plan_shipment(&api, &context, request).await
}

async fn create_shipment<T: ShippingProcess>(
    api: Arc<T>,
    context: Context,
    request: create_shipment::Request,
) -> Result<create_shipment::Response, create_shipment::Error> {
    T::create_shipment(&api, &context, request).await
}

async fn get_shipment<T: ShippingProcess>(
    api: Arc<T>,
    context: Context,
    request: get_shipment::Request,
) -> Result<get_shipment::Response, get_shipment::Error> {
    T::get_shipment(&api, &context, request).await
}

async fn list_shipments<T: ShippingProcess>(
    api: Arc<T>,
    context: Context,
    request: list_shipments::Request,
) -> Result<list_shipments::Response, list_shipments::Error> {
    T::list_shipments(&api, &context, request).await
}
