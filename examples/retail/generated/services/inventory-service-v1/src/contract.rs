// @generated from specs/services/inventory-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! The contract of the Inventory Service: one method per operation.

use std::sync::Arc;

use tiebeam::Context;

use crate::operations::{adjust_stock, get_stock_level, list_stock_levels};

/// Owns the stock ledger: how many pieces of what lie where.
/// It tells warehouses and shipping what there is; promises to customers are made by the ERP.
///
/// The hand-written implementation, the HTTP [`Client`](crate::Client) and the
/// [`Stub`](crate::Stub) all implement it.
pub trait InventoryService: Send + Sync + 'static {
    /// List what lies where.
    ///
    /// `GET /v1/stock-levels` · scope `inventory-service.stock-levels.read` · page by page
    ///
    /// # Errors
    ///
    /// Any problem.
    fn list_stock_levels(
        &self,
        context: &Context,
        request: list_stock_levels::Request,
    ) -> impl Future<
        Output = Result<list_stock_levels::Response, list_stock_levels::Error>,
    > + Send;

    /// Read how much of a product lies in a warehouse.
    ///
    /// `GET /v1/warehouses/{warehouse}/stock-levels/{sku}` · scope `inventory-service.stock-levels.read`
    ///
    /// # Errors
    ///
    /// `NotFound`, or any other problem.
    fn get_stock_level(
        &self,
        context: &Context,
        request: get_stock_level::Request,
    ) -> impl Future<
        Output = Result<get_stock_level::Response, get_stock_level::Error>,
    > + Send;

    /// Correct the ledger.
    ///
    /// `POST /v1/adjustments` · scope `inventory-service.adjustments.write` · idempotent by `Idempotency-Key`
    ///
    /// # Errors
    ///
    /// `NotFound`, `WouldBeNegative`, or any other problem.
    fn adjust_stock(
        &self,
        context: &Context,
        request: adjust_stock::Request,
    ) -> impl Future<
        Output = Result<adjust_stock::Response, adjust_stock::Error>,
    > + Send;
}

impl<T: InventoryService> InventoryService for Arc<T> {
    fn list_stock_levels(
        &self,
        context: &Context,
        request: list_stock_levels::Request,
    ) -> impl Future<
        Output = Result<list_stock_levels::Response, list_stock_levels::Error>,
    > + Send {
        T::list_stock_levels(self, context, request)
    }

    fn get_stock_level(
        &self,
        context: &Context,
        request: get_stock_level::Request,
    ) -> impl Future<
        Output = Result<get_stock_level::Response, get_stock_level::Error>,
    > + Send {
        T::get_stock_level(self, context, request)
    }

    fn adjust_stock(
        &self,
        context: &Context,
        request: adjust_stock::Request,
    ) -> impl Future<
        Output = Result<adjust_stock::Response, adjust_stock::Error>,
    > + Send {
        T::adjust_stock(self, context, request)
    }
}
