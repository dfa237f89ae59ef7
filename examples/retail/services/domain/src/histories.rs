//! The Order History Service: what became of the orders of each customer.

mod rows;

use std::sync::Arc;

use order_history_service_v1::operations::{get_past_order, list_past_orders};
use order_history_service_v1::subscriptions::{note_cancellation, note_confirmation, note_order};
use order_history_service_v1::{OrderHistoryServiceLogic, Service};
use retail_order_events::{OrderCancelled, OrderConfirmed, OrderCreated};
use tiebeam::consumer::Failure;
use tiebeam::store::{Error, Store};

use crate::schema;

/// Histories, in a database of their own.
#[derive(Debug)]
pub struct Histories;

impl Histories {
    /// Takes a store into use.
    ///
    /// # Errors
    ///
    /// When the store is unavailable, or does not let us create tables.
    pub async fn open(store: Arc<dyn Store>) -> Result<Service<Self>, Error> {
        schema::open(&*store, "order-history-service", rows::STEPS).await?;
        Ok(Service::new(store, Self))
    }
}

impl OrderHistoryServiceLogic for Histories {
    async fn list_past_orders(
        &self,
        work: list_past_orders::Work,
        request: &list_past_orders::Request,
    ) -> Result<list_past_orders::Response, list_past_orders::Error> {
        Ok(rows::list(work.transaction(), request).await?)
    }

    async fn get_past_order(
        &self,
        work: get_past_order::Work,
        request: &get_past_order::Request,
    ) -> Result<get_past_order::Response, get_past_order::Error> {
        let order = rows::find(work.transaction(), request.order_id).await?;
        order.ok_or(get_past_order::Error::NotFound)
    }

    async fn note_order(
        &self,
        work: note_order::Work,
        event: &OrderCreated,
    ) -> Result<(), Failure> {
        Ok(rows::note_order(work.transaction(), event).await?)
    }

    async fn note_confirmation(
        &self,
        work: note_confirmation::Work,
        event: &OrderConfirmed,
    ) -> Result<(), Failure> {
        Ok(rows::note_confirmation(work.transaction(), event).await?)
    }

    async fn note_cancellation(
        &self,
        work: note_cancellation::Work,
        event: &OrderCancelled,
    ) -> Result<(), Failure> {
        Ok(rows::note_cancellation(work.transaction(), event).await?)
    }
}
