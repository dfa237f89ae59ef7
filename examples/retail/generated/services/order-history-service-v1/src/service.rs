// @generated from specs/services/order-history-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! The Order History Service on a store.

use std::sync::Arc;

use tiebeam::Context;
use tiebeam::clock::SharedClock;
use tiebeam::store::Store;
use tiebeam::work::Units;

use crate::operations::{get_past_order, list_past_orders};
use crate::{OrderHistoryService, OrderHistoryServiceLogic};

/// The Order History Service: what is written by hand, in units of work.
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
        Self { units: Units::new(store, "/acme-retail/order-history-service"), logic }
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

impl<T: OrderHistoryServiceLogic> OrderHistoryService for Service<T> {
    async fn list_past_orders(
        &self,
        context: &Context,
        request: list_past_orders::Request,
    ) -> Result<list_past_orders::Response, list_past_orders::Error> {
        self.units.run(context, |work| self.logic.list_past_orders(work, &request)).await
    }

    async fn get_past_order(
        &self,
        context: &Context,
        request: get_past_order::Request,
    ) -> Result<get_past_order::Response, get_past_order::Error> {
        self.units.run(context, |work| self.logic.get_past_order(work, &request)).await
    }
}
