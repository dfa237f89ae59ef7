// @generated from specs/services/order.yaml by `cargo xtask generate`. Do not edit.

//! The Order Service on a store.

use std::sync::Arc;

use tiebeam::Context;
use tiebeam::clock::SharedClock;
use tiebeam::store::Store;
use tiebeam::work::Units;

use crate::operations::{create_order, get_order};
use crate::{OrderService, OrderServiceLogic};

/// The Order Service: what is written by hand, in units of work.
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
        Self { units: Units::new(store, "/one-of-each/order-service"), logic }
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

impl<T: OrderServiceLogic> OrderService for Service<T> {
    async fn create_order(
        &self,
        context: &Context,
        request: create_order::Request,
    ) -> Result<create_order::Response, create_order::Error> {
        self.units.run(context, |work| self.logic.create_order(work, &request)).await
    }

    async fn get_order(
        &self,
        context: &Context,
        request: get_order::Request,
    ) -> Result<get_order::Response, get_order::Error> {
        self.units.run(context, |work| self.logic.get_order(work, &request)).await
    }
}
