//! The Customer Service: accounts and profiles.

mod rows;
mod rules;

use std::sync::Arc;

use customer_service_v1::crm::CrmSystem;
use customer_service_v1::operations::{
    change_profile, close_customer, create_customer, get_customer, list_customers,
};
use customer_service_v1::subscriptions::{raise_loyalty, tell_crm};
use customer_service_v1::{CustomerServiceLogic, Service};
use retail_customer_events::CustomerUpdated;
use retail_order_events::OrderConfirmed;
use tiebeam::consumer::Failure;
use tiebeam::store::{Error, Store};

use crate::schema;

/// Accounts, in a database of their own.
#[derive(Debug)]
pub struct Customers;

impl Customers {
    /// Takes a store into use.
    ///
    /// # Errors
    ///
    /// When the store is unavailable, or does not let us create tables.
    pub async fn open(store: Arc<dyn Store>) -> Result<Service<Self>, Error> {
        schema::open(&*store, "customer-service", rows::STEPS).await?;
        Ok(Service::new(store, Self))
    }
}

impl CustomerServiceLogic for Customers {
    async fn create_customer(
        &self,
        work: create_customer::Work,
        request: &create_customer::Request,
    ) -> Result<create_customer::Response, create_customer::Error> {
        rules::open(&work, &request.body).await
    }

    async fn get_customer(
        &self,
        work: get_customer::Work,
        request: &get_customer::Request,
    ) -> Result<get_customer::Response, get_customer::Error> {
        let account = rows::find(work.transaction(), request.customer_id).await?;
        account.map(|account| account.customer).ok_or(get_customer::Error::NotFound)
    }

    async fn list_customers(
        &self,
        work: list_customers::Work,
        request: &list_customers::Request,
    ) -> Result<list_customers::Response, list_customers::Error> {
        Ok(rows::list(work.transaction(), request).await?)
    }

    async fn change_profile(
        &self,
        work: change_profile::Work,
        request: &change_profile::Request,
    ) -> Result<change_profile::Response, change_profile::Error> {
        rules::change(&work, request).await
    }

    async fn close_customer(
        &self,
        work: close_customer::Work,
        request: &close_customer::Request,
    ) -> Result<close_customer::Response, close_customer::Error> {
        rules::close(&work, request).await
    }

    async fn tell_crm(
        &self,
        effects: tell_crm::Effects<impl CrmSystem>,
        event: &CustomerUpdated,
    ) -> Result<(), Failure> {
        rules::tell_crm(effects, event).await
    }

    async fn raise_loyalty(
        &self,
        work: raise_loyalty::Work,
        event: &OrderConfirmed,
    ) -> Result<(), Failure> {
        Ok(rules::reward(&work, event.customer_id).await?)
    }
}
