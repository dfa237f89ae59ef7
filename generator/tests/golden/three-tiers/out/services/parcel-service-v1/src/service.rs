// @generated from specs/service.yaml by `cargo xtask generate`. Do not edit.

//! The Parcel Service on a store.

use std::sync::Arc;

use tiebeam::Context;
use tiebeam::clock::SharedClock;
use tiebeam::store::Store;
use tiebeam::work::Units;

use crate::operations::get_parcel;
use crate::{ParcelService, ParcelServiceLogic};

/// The Parcel Service: what is written by hand, in units of work.
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
        Self { units: Units::new(store, "/three-tiers/parcel-service"), logic }
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

impl<T: ParcelServiceLogic> ParcelService for Service<T> {
    async fn get_parcel(
        &self,
        context: &Context,
        request: get_parcel::Request,
    ) -> Result<get_parcel::Response, get_parcel::Error> {
        self.units.run(context, |work| self.logic.get_parcel(work, &request)).await
    }
}
