// @generated from specs/services/customer-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! The Customer Service on a store.

use std::sync::Arc;

use tiebeam::Context;
use tiebeam::clock::SharedClock;
use tiebeam::store::Store;
use tiebeam::work::Units;

use crate::operations::{
    change_profile, close_customer, create_customer, get_customer, list_customers,
};
use crate::{CustomerService, CustomerServiceLogic};

/// The Customer Service: what is written by hand, in units of work.
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
        Self { units: Units::new(store, "/acme-retail/customer-service"), logic }
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

impl<T: CustomerServiceLogic> CustomerService for Service<T> {
    async fn create_customer(
        &self,
        context: &Context,
        request: create_customer::Request,
    ) -> Result<create_customer::Response, create_customer::Error> {
        self.units.run(context, |work| self.logic.create_customer(work, &request)).await
    }

    async fn get_customer(
        &self,
        context: &Context,
        request: get_customer::Request,
    ) -> Result<get_customer::Response, get_customer::Error> {
        self.units.run(context, |work| self.logic.get_customer(work, &request)).await
    }

    async fn list_customers(
        &self,
        context: &Context,
        request: list_customers::Request,
    ) -> Result<list_customers::Response, list_customers::Error> {
        self.units.run(context, |work| self.logic.list_customers(work, &request)).await
    }

    async fn change_profile(
        &self,
        context: &Context,
        request: change_profile::Request,
    ) -> Result<change_profile::Response, change_profile::Error> {
        self.units.run(context, |work| self.logic.change_profile(work, &request)).await
    }

    async fn close_customer(
        &self,
        context: &Context,
        request: close_customer::Request,
    ) -> Result<close_customer::Response, close_customer::Error> {
        self.units.run(context, |work| self.logic.close_customer(work, &request)).await
    }
}
