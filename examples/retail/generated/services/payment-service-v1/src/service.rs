// @generated from specs/services/payment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! The Payment Service on a store.

use std::sync::Arc;

use tiebeam::Context;
use tiebeam::clock::SharedClock;
use tiebeam::store::Store;
use tiebeam::work::Units;

use crate::operations::{get_payment, list_payments, record_payment, settle_payment};
use crate::{PaymentService, PaymentServiceLogic};

/// The Payment Service: what is written by hand, in units of work.
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
        Self { units: Units::new(store, "/acme-retail/payment-service"), logic }
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

impl<T: PaymentServiceLogic> PaymentService for Service<T> {
    async fn record_payment(
        &self,
        context: &Context,
        request: record_payment::Request,
    ) -> Result<record_payment::Response, record_payment::Error> {
        self.units.run(context, |work| self.logic.record_payment(work, &request)).await
    }

    async fn get_payment(
        &self,
        context: &Context,
        request: get_payment::Request,
    ) -> Result<get_payment::Response, get_payment::Error> {
        self.units.run(context, |work| self.logic.get_payment(work, &request)).await
    }

    async fn list_payments(
        &self,
        context: &Context,
        request: list_payments::Request,
    ) -> Result<list_payments::Response, list_payments::Error> {
        self.units.run(context, |work| self.logic.list_payments(work, &request)).await
    }

    async fn settle_payment(
        &self,
        context: &Context,
        request: settle_payment::Request,
    ) -> Result<settle_payment::Response, settle_payment::Error> {
        self.units.run(context, |work| self.logic.settle_payment(work, &request)).await
    }
}
