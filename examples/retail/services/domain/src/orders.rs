//! The Order Service: orders, their numbers and where they stand.

mod rows;
mod rules;

use std::sync::Arc;

use order_service_v1::OrderService;
use order_service_v1::operations::{
    cancel_order, change_status, create_order, get_order, list_orders,
};
use retail_models::order::Order;
use tiebeam::store::{Error, Store};
use tiebeam::{Context, Problem};

use crate::database::Database;

/// Orders, in a database of their own.
#[derive(Debug)]
pub struct Orders {
    database: Database,
}

impl Orders {
    /// Takes a store into use.
    ///
    /// # Errors
    ///
    /// When the store is unavailable, or does not let us create tables.
    pub async fn open(store: Arc<dyn Store>) -> Result<Self, Error> {
        Ok(Self { database: Database::open(store, "order-service", rows::STEPS).await? })
    }

    /// Enters an order that was placed elsewhere, as a migration from an older shop does; ours are numbered after it.
    ///
    /// # Errors
    ///
    /// When there is such an order, or the store fails.
    pub async fn import(&self, order: &Order) -> Result<(), Problem> {
        let work = |transaction| async move { rows::import(&transaction, order).await };
        self.database.work(&Context::new(), work).await
    }
}

impl OrderService for Orders {
    async fn create_order(
        &self,
        context: &Context,
        request: create_order::Request,
    ) -> Result<create_order::Response, create_order::Error> {
        let new = &request.body;
        let work = |transaction| async move { rules::enter(&transaction, new).await };
        self.database.work(context, work).await
    }

    async fn get_order(
        &self,
        context: &Context,
        request: get_order::Request,
    ) -> Result<get_order::Response, get_order::Error> {
        let work = |transaction| async move {
            let order = rows::find(&transaction, request.order_id).await?;
            order.ok_or(get_order::Error::NotFound)
        };
        self.database.work(context, work).await
    }

    async fn list_orders(
        &self,
        context: &Context,
        request: list_orders::Request,
    ) -> Result<list_orders::Response, list_orders::Error> {
        let request = &request;
        let work = |transaction| async move { Ok(rows::list(&transaction, request).await?) };
        self.database.work(context, work).await
    }

    async fn change_status(
        &self,
        context: &Context,
        request: change_status::Request,
    ) -> Result<change_status::Response, change_status::Error> {
        let request = &request;
        let work = |transaction| async move { rules::advance(&transaction, request).await };
        self.database.work(context, work).await
    }

    async fn cancel_order(
        &self,
        context: &Context,
        request: cancel_order::Request,
    ) -> Result<cancel_order::Response, cancel_order::Error> {
        let request = &request;
        let work = |transaction| async move { rules::give_up(&transaction, request).await };
        self.database.work(context, work).await
    }
}
