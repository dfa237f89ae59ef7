//! The Order Service: orders, their numbers and where they stand.

mod rows;
mod rules;

use std::sync::Arc;

use order_service_v1::operations::{
    cancel_order, change_status, create_order, get_order, list_orders,
};
use order_service_v1::subscriptions::{
    cancel_short_order, cancel_unpaid_order, confirm_paid_order, remember_reservation,
};
use order_service_v1::{OrderServiceLogic, Service};
use retail_inventory_events::{InventoryReserved, InventoryShort};
use retail_models::order::Order;
use retail_payment_events::{PaymentAuthorized, PaymentFailed};
use tiebeam::Problem;
use tiebeam::consumer::Failure;
use tiebeam::store::{Error, Store};

use crate::schema;

/// Orders, in a database of their own.
#[derive(Debug)]
pub struct Orders;

impl Orders {
    /// Takes a store into use.
    ///
    /// # Errors
    ///
    /// When the store is unavailable, or does not let us create tables.
    pub async fn open(store: Arc<dyn Store>) -> Result<Service<Self>, Error> {
        schema::open(&*store, "order-service", rows::STEPS).await?;
        Ok(Service::new(store, Self))
    }

    /// Enters an order that was placed elsewhere, as a migration from an older shop does; ours are numbered after it.
    /// It is no news, so there is no event of it.
    ///
    /// # Errors
    ///
    /// When there is such an order, or the store fails.
    pub async fn import(store: &dyn Store, order: &Order) -> Result<(), Problem> {
        let open = store.begin().await?;
        rows::import(&open, order).await?;
        Ok(open.commit().await?)
    }
}

impl OrderServiceLogic for Orders {
    async fn create_order(
        &self,
        work: create_order::Work,
        request: &create_order::Request,
    ) -> Result<create_order::Response, create_order::Error> {
        rules::enter(&work, &request.body).await
    }

    async fn get_order(
        &self,
        work: get_order::Work,
        request: &get_order::Request,
    ) -> Result<get_order::Response, get_order::Error> {
        let order = rows::find(work.transaction(), request.order_id).await?;
        order.ok_or(get_order::Error::NotFound)
    }

    async fn list_orders(
        &self,
        work: list_orders::Work,
        request: &list_orders::Request,
    ) -> Result<list_orders::Response, list_orders::Error> {
        Ok(rows::list(work.transaction(), request).await?)
    }

    async fn change_status(
        &self,
        work: change_status::Work,
        request: &change_status::Request,
    ) -> Result<change_status::Response, change_status::Error> {
        rules::advance(work.transaction(), request).await
    }

    async fn cancel_order(
        &self,
        work: cancel_order::Work,
        request: &cancel_order::Request,
    ) -> Result<cancel_order::Response, cancel_order::Error> {
        rules::give_up(&work, request).await
    }

    async fn remember_reservation(
        &self,
        work: remember_reservation::Work,
        event: &InventoryReserved,
    ) -> Result<(), Failure> {
        rules::remember_reservation(&work, event).await
    }

    async fn cancel_short_order(
        &self,
        work: cancel_short_order::Work,
        event: &InventoryShort,
    ) -> Result<(), Failure> {
        rules::cancel_short(&work, event.order_id).await
    }

    async fn confirm_paid_order(
        &self,
        work: confirm_paid_order::Work,
        event: &PaymentAuthorized,
    ) -> Result<(), Failure> {
        rules::confirm(&work, event.order_id).await
    }

    async fn cancel_unpaid_order(
        &self,
        work: cancel_unpaid_order::Work,
        event: &PaymentFailed,
    ) -> Result<(), Failure> {
        rules::cancel_unpaid(&work, event.order_id).await
    }
}
