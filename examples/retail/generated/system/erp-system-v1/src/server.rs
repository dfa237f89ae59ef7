// @generated from specs/apis/system/erp-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! Serves the ERP System API over HTTP.

use std::sync::Arc;

use tiebeam::{Context, Router, Server};

use crate::ErpSystem;
use crate::meta::API;
use crate::operations::{
    create_shipment, get_category, get_product, get_reservation, get_shipment, list_products,
    list_shipments, release_stock, reserve_stock,
};

/// The routes of the API, answered by an implementation of its contract.
pub fn router(api: impl ErpSystem) -> Router {
    server(api).into_router()
}

/// The same before they become a router: for what a server can be told, such as where it remembers answers.
pub fn server<T: ErpSystem>(api: T) -> Server<T> {
    Server::new(&API, api)
        .serve(&list_products::OPERATION, list_products)
        .serve(&get_product::OPERATION, get_product)
        .serve(&get_category::OPERATION, get_category)
        .serve(&reserve_stock::OPERATION, reserve_stock)
        .serve(&get_reservation::OPERATION, get_reservation)
        .serve(&release_stock::OPERATION, release_stock)
        .serve(&create_shipment::OPERATION, create_shipment)
        .serve(&get_shipment::OPERATION, get_shipment)
        .serve(&list_shipments::OPERATION, list_shipments)
}

async fn list_products<T: ErpSystem>(
    api: Arc<T>,
    context: Context,
    request: list_products::Request,
) -> Result<list_products::Response, list_products::Error> {
    T::list_products(&api, &context, request).await
}

async fn get_product<T: ErpSystem>(
    api: Arc<T>,
    context: Context,
    request: get_product::Request,
) -> Result<get_product::Response, get_product::Error> {
    T::get_product(&api, &context, request).await
}

async fn get_category<T: ErpSystem>(
    api: Arc<T>,
    context: Context,
    request: get_category::Request,
) -> Result<get_category::Response, get_category::Error> {
    T::get_category(&api, &context, request).await
}

async fn reserve_stock<T: ErpSystem>(
    api: Arc<T>,
    context: Context,
    request: reserve_stock::Request,
) -> Result<reserve_stock::Response, reserve_stock::Error> {
    T::reserve_stock(&api, &context, request).await
}

async fn get_reservation<T: ErpSystem>(
    api: Arc<T>,
    context: Context,
    request: get_reservation::Request,
) -> Result<get_reservation::Response, get_reservation::Error> {
    T::get_reservation(&api, &context, request).await
}

async fn release_stock<T: ErpSystem>(
    api: Arc<T>,
    context: Context,
    request: release_stock::Request,
) -> Result<release_stock::Response, release_stock::Error> {
    T::release_stock(&api, &context, request).await
}

async fn create_shipment<T: ErpSystem>(
    api: Arc<T>,
    context: Context,
    request: create_shipment::Request,
) -> Result<create_shipment::Response, create_shipment::Error> {
    T::create_shipment(&api, &context, request).await
}

async fn get_shipment<T: ErpSystem>(
    api: Arc<T>,
    context: Context,
    request: get_shipment::Request,
) -> Result<get_shipment::Response, get_shipment::Error> {
    T::get_shipment(&api, &context, request).await
}

async fn list_shipments<T: ErpSystem>(
    api: Arc<T>,
    context: Context,
    request: list_shipments::Request,
) -> Result<list_shipments::Response, list_shipments::Error> {
    T::list_shipments(&api, &context, request).await
}
