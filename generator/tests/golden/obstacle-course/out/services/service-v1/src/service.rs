// @generated from specs/service.yaml by `cargo xtask generate`. Do not edit.

//! The Service on a store.

use std::sync::Arc;

use tiebeam::Context;
use tiebeam::clock::SharedClock;
use tiebeam::store::Store;
use tiebeam::work::Units;

use crate::operations::work;
use crate::{ServiceApi, ServiceApiLogic};

/// The Service: what is written by hand, in units of work.
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
        Self { units: Units::new(store, "/obstacle-course/service"), logic }
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

impl<T: ServiceApiLogic> ServiceApi for Service<T> {
    async fn work(
        &self,
        context: &Context,
        request: work::Request,
    ) -> Result<work::Response, work::Error> {
        self.units.run(context, |work| self.logic.work(work, &request)).await
    }
}
