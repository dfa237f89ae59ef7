// @generated from specs/apis/system/erp-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! Calls the ERP System API over HTTP.

use tiebeam::Context;

use crate::ErpSystem;
use crate::operations::{
    create_shipment, get_category, get_product, get_reservation, get_shipment, list_products,
    list_shipments, release_stock, reserve_stock,
};

/// A typed client of the API; cheap to clone.
#[derive(Debug, Clone)]
pub struct Client {
    http: tiebeam::Client,
}

impl Client {
    /// Calls the API through `http`, which knows where it is and how patient to be.
    #[must_use]
    pub fn new(http: tiebeam::Client) -> Self {
        Self { http }
    }
}

impl ErpSystem for Client {
    async fn list_products(
        &self,
        context: &Context,
        request: list_products::Request,
    ) -> Result<list_products::Response, list_products::Error> {
        self.http.call(context, &list_products::OPERATION, &request).await
    }

    async fn get_product(
        &self,
        context: &Context,
        request: get_product::Request,
    ) -> Result<get_product::Response, get_product::Error> {
        self.http.call(context, &get_product::OPERATION, &request).await
    }

    async fn get_category(
        &self,
        context: &Context,
        request: get_category::Request,
    ) -> Result<get_category::Response, get_category::Error> {
        self.http.call(context, &get_category::OPERATION, &request).await
    }

    async fn reserve_stock(
        &self,
        context: &Context,
        request: reserve_stock::Request,
    ) -> Result<reserve_stock::Response, reserve_stock::Error> {
        self.http.call(context, &reserve_stock::OPERATION, &request).await
    }

    async fn get_reservation(
        &self,
        context: &Context,
        request: get_reservation::Request,
    ) -> Result<get_reservation::Response, get_reservation::Error> {
        self.http.call(context, &get_reservation::OPERATION, &request).await
    }

    async fn release_stock(
        &self,
        context: &Context,
        request: release_stock::Request,
    ) -> Result<release_stock::Response, release_stock::Error> {
        self.http.call(context, &release_stock::OPERATION, &request).await
    }

    async fn create_shipment(
        &self,
        context: &Context,
        request: create_shipment::Request,
    ) -> Result<create_shipment::Response, create_shipment::Error> {
        self.http.call(context, &create_shipment::OPERATION, &request).await
    }

    async fn get_shipment(
        &self,
        context: &Context,
        request: get_shipment::Request,
    ) -> Result<get_shipment::Response, get_shipment::Error> {
        self.http.call(context, &get_shipment::OPERATION, &request).await
    }

    async fn list_shipments(
        &self,
        context: &Context,
        request: list_shipments::Request,
    ) -> Result<list_shipments::Response, list_shipments::Error> {
        self.http.call(context, &list_shipments::OPERATION, &request).await
    }
}
