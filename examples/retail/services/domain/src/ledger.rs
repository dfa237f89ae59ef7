//! The Inventory Service: the stock ledger.

mod rows;
mod rules;

use std::sync::Arc;

use inventory_service_v1::operations::{adjust_stock, get_stock_level, list_stock_levels};
use inventory_service_v1::subscriptions::{release_for_order, reserve_for_order};
use inventory_service_v1::{InventoryServiceLogic, Service};
use retail_order_events::{OrderCancelled, OrderCreated};
use tiebeam::Problem;
use tiebeam::consumer::Failure;
use tiebeam::store::{Error, Store};

use crate::schema;

/// The stock ledger, in a database of its own: what lies where.
#[derive(Debug)]
pub struct Ledger;

impl Ledger {
    /// Takes a store into use.
    ///
    /// # Errors
    ///
    /// When the store is unavailable, or does not let us create tables.
    pub async fn open(store: Arc<dyn Store>) -> Result<Service<Self>, Error> {
        schema::open(&*store, "inventory-service", rows::STEPS).await?;
        Ok(Service::new(store, Self))
    }

    /// Enters the first stocktaking: the shelves are full. A shelf that was counted before is left alone.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn take_stock(store: &dyn Store) -> Result<(), Problem> {
        let open = store.begin().await?;
        rules::take_stock(&open).await?;
        Ok(open.commit().await?)
    }
}

impl InventoryServiceLogic for Ledger {
    async fn list_stock_levels(
        &self,
        work: list_stock_levels::Work,
        request: &list_stock_levels::Request,
    ) -> Result<list_stock_levels::Response, list_stock_levels::Error> {
        Ok(rows::list(work.transaction(), request).await?)
    }

    async fn get_stock_level(
        &self,
        work: get_stock_level::Work,
        request: &get_stock_level::Request,
    ) -> Result<get_stock_level::Response, get_stock_level::Error> {
        let level = rows::find(work.transaction(), &request.warehouse, &request.sku).await?;
        level.ok_or(get_stock_level::Error::NotFound)
    }

    async fn adjust_stock(
        &self,
        work: adjust_stock::Work,
        request: &adjust_stock::Request,
    ) -> Result<adjust_stock::Response, adjust_stock::Error> {
        rules::adjust(&work, &request.body).await
    }

    async fn reserve_for_order(
        &self,
        work: reserve_for_order::Work,
        event: &OrderCreated,
    ) -> Result<(), Failure> {
        Ok(rules::reserve(&work, event).await?)
    }

    async fn release_for_order(
        &self,
        work: release_for_order::Work,
        event: &OrderCancelled,
    ) -> Result<(), Failure> {
        Ok(rules::release(work.transaction(), event.order_id).await?)
    }
}
