//! The Fulfilment Service: what the warehouse has to pack.

mod rows;
mod rules;

use std::sync::Arc;

use fulfilment_service_v1::operations::{get_plan, list_plans};
use fulfilment_service_v1::shipping::ShippingProcess;
use fulfilment_service_v1::subscriptions::{drop_plan, plan_parcels};
use fulfilment_service_v1::{FulfilmentServiceLogic, Service};
use retail_inventory_events::InventoryReserved;
use retail_order_events::OrderCancelled;
use tiebeam::consumer::Failure;
use tiebeam::store::{Error, Store};

use crate::schema;

/// The list of what is to be packed, in a database of its own.
#[derive(Debug)]
pub struct Fulfilment;

impl Fulfilment {
    /// Takes a store into use.
    ///
    /// # Errors
    ///
    /// When the store is unavailable, or does not let us create tables.
    pub async fn open(store: Arc<dyn Store>) -> Result<Service<Self>, Error> {
        schema::open(&*store, "fulfilment-service", rows::STEPS).await?;
        Ok(Service::new(store, Self))
    }
}

impl FulfilmentServiceLogic for Fulfilment {
    async fn get_plan(
        &self,
        work: get_plan::Work,
        request: &get_plan::Request,
    ) -> Result<get_plan::Response, get_plan::Error> {
        let plan = rows::find(work.transaction(), request.order_id).await?;
        plan.ok_or(get_plan::Error::NotFound)
    }

    async fn list_plans(
        &self,
        work: list_plans::Work,
        request: &list_plans::Request,
    ) -> Result<list_plans::Response, list_plans::Error> {
        Ok(rows::list(work.transaction(), request).await?)
    }

    async fn plan_parcels(
        &self,
        effects: plan_parcels::Effects<impl ShippingProcess>,
        event: &InventoryReserved,
    ) -> Result<(), Failure> {
        let Some(plan) = rules::planned(&effects, event).await? else { return Ok(()) };
        let work = effects.work().await?;
        Ok(rows::insert(work.transaction(), &plan).await?)
    }

    async fn drop_plan(
        &self,
        work: drop_plan::Work,
        event: &OrderCancelled,
    ) -> Result<(), Failure> {
        Ok(rows::drop(work.transaction(), event.order_id).await?)
    }
}
