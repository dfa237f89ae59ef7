// @generated from specs/services/fulfilment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! The Fulfilment Service on a store.

use std::sync::Arc;

use tiebeam::Context;
use tiebeam::clock::SharedClock;
use tiebeam::store::Store;
use tiebeam::work::Units;

use crate::operations::{get_plan, list_plans};
use crate::{FulfilmentService, FulfilmentServiceLogic};

/// The Fulfilment Service: what is written by hand, in units of work.
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
        Self { units: Units::new(store, "/acme-retail/fulfilment-service"), logic }
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

impl<T: FulfilmentServiceLogic> FulfilmentService for Service<T> {
    async fn get_plan(
        &self,
        context: &Context,
        request: get_plan::Request,
    ) -> Result<get_plan::Response, get_plan::Error> {
        self.units.run(context, |work| self.logic.get_plan(work, &request)).await
    }

    async fn list_plans(
        &self,
        context: &Context,
        request: list_plans::Request,
    ) -> Result<list_plans::Response, list_plans::Error> {
        self.units.run(context, |work| self.logic.list_plans(work, &request)).await
    }
}
