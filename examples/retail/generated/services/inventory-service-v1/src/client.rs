// @generated from specs/services/inventory-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Calls the Inventory Service over HTTP.

use tiebeam::Context;

use crate::InventoryService;
use crate::operations::{adjust_stock, get_stock_level, list_stock_levels};

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

impl InventoryService for Client {
    async fn list_stock_levels(
        &self,
        context: &Context,
        request: list_stock_levels::Request,
    ) -> Result<list_stock_levels::Response, list_stock_levels::Error> {
        self.http.call(context, &list_stock_levels::OPERATION, &request).await
    }

    async fn get_stock_level(
        &self,
        context: &Context,
        request: get_stock_level::Request,
    ) -> Result<get_stock_level::Response, get_stock_level::Error> {
        self.http.call(context, &get_stock_level::OPERATION, &request).await
    }

    async fn adjust_stock(
        &self,
        context: &Context,
        request: adjust_stock::Request,
    ) -> Result<adjust_stock::Response, adjust_stock::Error> {
        self.http.call(context, &adjust_stock::OPERATION, &request).await
    }
}
