// @generated from specs/services/inventory-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! The Inventory Service on a store.

use std::sync::Arc;

use tiebeam::Context;
use tiebeam::clock::SharedClock;
use tiebeam::store::Store;
use tiebeam::work::Units;

use crate::operations::{adjust_stock, get_stock_level, list_stock_levels};
use crate::{InventoryService, InventoryServiceLogic};

/// The Inventory Service: what is written by hand, in units of work.
///
/// An operation works in the transaction of its request, where it has an idempotency key, and in one
/// of its own otherwise.
#[derive(Debug)]
pub struct Service<T> {
    pub(crate) units: Units,
    pub(crate) logic: T,
}

impl<T> Service<T> {
    /// Puts the logic on a store, which has its tables already.
    #[must_use]
    pub fn new(store: Arc<dyn Store>, logic: T) -> Self {
        Self { units: Units::new(store, "/acme-retail/inventory-service"), logic }
    }

    /// Goes by another clock.
    #[must_use]
    pub fn with_clock(self, clock: SharedClock) -> Self {
        Self { units: self.units.with_clock(clock), ..self }
    }

    /// What was written by hand.
    pub fn logic(&self) -> &T {
        &self.logic
    }
}

impl<T: InventoryServiceLogic> InventoryService for Service<T> {
    async fn list_stock_levels(
        &self,
        context: &Context,
        request: list_stock_levels::Request,
    ) -> Result<list_stock_levels::Response, list_stock_levels::Error> {
        self.units.run(context, |work| self.logic.list_stock_levels(work, &request)).await
    }

    async fn get_stock_level(
        &self,
        context: &Context,
        request: get_stock_level::Request,
    ) -> Result<get_stock_level::Response, get_stock_level::Error> {
        self.units.run(context, |work| self.logic.get_stock_level(work, &request)).await
    }

    async fn adjust_stock(
        &self,
        context: &Context,
        request: adjust_stock::Request,
    ) -> Result<adjust_stock::Response, adjust_stock::Error> {
        self.units.run(context, |work| self.logic.adjust_stock(work, &request)).await
    }
}
