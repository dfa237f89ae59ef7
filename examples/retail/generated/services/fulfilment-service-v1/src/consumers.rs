// @generated from specs/services/fulfilment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Consumes what the Fulfilment Service subscribes to.

use std::sync::Arc;

use retail_inventory_events::InventoryReserved;
use retail_order_events::OrderCancelled;
use shipping_process_v1::ShippingProcess;
use tiebeam::bus::EventBus;
use tiebeam::consumer::{Consumers, Failure};

use crate::subscriptions::{drop_plan, plan_parcels};
use crate::{FulfilmentServiceLogic, Service};

/// What the handlers of the Fulfilment Service call, and nobody else in it.
#[derive(Debug)]
pub struct Apis<Shipping> {
    /// The Shipping Process API.
    pub shipping: Shipping,
}

/// The consumers of a service, on a bus; they consume while they run.
pub fn consumers<T: FulfilmentServiceLogic, Shipping: ShippingProcess>(
    service: Arc<Service<T>>,
    bus: Arc<dyn EventBus>,
    apis: Apis<Shipping>,
) -> Consumers<Service<T>> {
    let apis = Apis { shipping: Arc::new(apis.shipping) };
    Consumers::new(bus, service.units.clone(), service)
        .on_calling(
            &plan_parcels::SUBSCRIPTION,
            plan_parcels::Apis { shipping: Arc::clone(&apis.shipping) },
            plan_parcels,
        )
        .on(&drop_plan::SUBSCRIPTION, drop_plan)
}

async fn plan_parcels<T: FulfilmentServiceLogic, Shipping: ShippingProcess>(
    service: Arc<Service<T>>,
    effects: plan_parcels::Effects<Shipping>,
    event: Arc<InventoryReserved>,
) -> Result<(), Failure> {
    service.logic.plan_parcels(effects, &event).await
}

async fn drop_plan<T: FulfilmentServiceLogic>(
    service: Arc<Service<T>>,
    work: drop_plan::Work,
    event: Arc<OrderCancelled>,
) -> Result<(), Failure> {
    service.logic.drop_plan(work, &event).await
}
