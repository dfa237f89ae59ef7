//! The Customer Service: accounts and profiles.

mod rows;
mod rules;

use std::sync::Arc;

use customer_service_v1::CustomerService;
use customer_service_v1::operations::{
    change_profile, close_customer, create_customer, get_customer, list_customers,
};
use tiebeam::Context;
use tiebeam::store::{Error, Store};

use crate::database::Database;

/// Accounts, in a database of their own.
#[derive(Debug)]
pub struct Customers {
    database: Database,
}

impl Customers {
    /// Takes a store into use.
    ///
    /// # Errors
    ///
    /// When the store is unavailable, or does not let us create tables.
    pub async fn open(store: Arc<dyn Store>) -> Result<Self, Error> {
        Ok(Self { database: Database::open(store, "customer-service", rows::STEPS).await? })
    }
}

impl CustomerService for Customers {
    async fn create_customer(
        &self,
        context: &Context,
        request: create_customer::Request,
    ) -> Result<create_customer::Response, create_customer::Error> {
        let new = &request.body;
        let work = |transaction| async move { rules::open(&transaction, new).await };
        self.database.work(context, work).await
    }

    async fn get_customer(
        &self,
        context: &Context,
        request: get_customer::Request,
    ) -> Result<get_customer::Response, get_customer::Error> {
        let work = |transaction| async move {
            let account = rows::find(&transaction, request.customer_id).await?;
            account.map(|account| account.customer).ok_or(get_customer::Error::NotFound)
        };
        self.database.work(context, work).await
    }

    async fn list_customers(
        &self,
        context: &Context,
        request: list_customers::Request,
    ) -> Result<list_customers::Response, list_customers::Error> {
        let request = &request;
        let work = |transaction| async move { Ok(rows::list(&transaction, request).await?) };
        self.database.work(context, work).await
    }

    async fn change_profile(
        &self,
        context: &Context,
        request: change_profile::Request,
    ) -> Result<change_profile::Response, change_profile::Error> {
        let request = &request;
        let work = |transaction| async move { rules::change(&transaction, request).await };
        self.database.work(context, work).await
    }

    async fn close_customer(
        &self,
        context: &Context,
        request: close_customer::Request,
    ) -> Result<close_customer::Response, close_customer::Error> {
        let request = &request;
        let work = |transaction| async move { rules::close(&transaction, request).await };
        self.database.work(context, work).await
    }
}
