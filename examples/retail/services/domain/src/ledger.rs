//! The Inventory Service: the stock ledger.

mod rows;
mod rules;

use std::sync::Arc;

use inventory_service_v1::InventoryService;
use inventory_service_v1::operations::{adjust_stock, get_stock_level, list_stock_levels};
use tiebeam::store::{Error, Store};
use tiebeam::{Context, Problem};

use crate::database::Database;

/// The stock ledger, in a database of its own: what lies where.
#[derive(Debug)]
pub struct Ledger {
    database: Database,
}

impl Ledger {
    /// Takes a store into use.
    ///
    /// # Errors
    ///
    /// When the store is unavailable, or does not let us create tables.
    pub async fn open(store: Arc<dyn Store>) -> Result<Self, Error> {
        Ok(Self { database: Database::open(store, "inventory-service", rows::STEPS).await? })
    }

    /// The same after the first stocktaking: the shelves are full. A shelf that was counted before is left alone.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn on_the_first_day(self) -> Result<Self, Problem> {
        let work = |transaction| async move { rules::take_stock(&transaction).await };
        self.database.work(&Context::new(), work).await?;
        Ok(self)
    }
}

impl InventoryService for Ledger {
    async fn list_stock_levels(
        &self,
        context: &Context,
        request: list_stock_levels::Request,
    ) -> Result<list_stock_levels::Response, list_stock_levels::Error> {
        let request = &request;
        let work = |transaction| async move { Ok(rows::list(&transaction, request).await?) };
        self.database.work(context, work).await
    }

    async fn get_stock_level(
        &self,
        context: &Context,
        request: get_stock_level::Request,
    ) -> Result<get_stock_level::Response, get_stock_level::Error> {
        let request = &request;
        let work = |transaction| async move {
            let level = rows::find(&transaction, &request.warehouse, &request.sku).await?;
            level.ok_or(get_stock_level::Error::NotFound)
        };
        self.database.work(context, work).await
    }

    async fn adjust_stock(
        &self,
        context: &Context,
        request: adjust_stock::Request,
    ) -> Result<adjust_stock::Response, adjust_stock::Error> {
        let adjustment = &request.body;
        let work = |transaction| async move { rules::adjust(&transaction, adjustment).await };
        self.database.work(context, work).await
    }
}
