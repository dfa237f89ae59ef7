// @generated from specs/services/inventory-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Consumes what the Inventory Service subscribes to.

use std::sync::Arc;

use retail_order_events::{OrderCancelled, OrderCreated};
use tiebeam::bus::EventBus;
use tiebeam::consumer::{Consumers, Failure};

use crate::subscriptions::{release_for_order, reserve_for_order};
use crate::{InventoryServiceLogic, Service};

/// The consumers of a service, on a bus; they consume while they run.
pub fn consumers<T: InventoryServiceLogic>(
    service: Arc<Service<T>>,
    bus: Arc<dyn EventBus>,
) -> Consumers<Service<T>> {
    Consumers::new(bus, service.units.clone(), service)
        .on(&release_for_order::SUBSCRIPTION, release_for_order)
        .on(&reserve_for_order::SUBSCRIPTION, reserve_for_order)
}

async fn release_for_order<T: InventoryServiceLogic>(
    service: Arc<Service<T>>,
    work: release_for_order::Work,
    event: Arc<OrderCancelled>,
) -> Result<(), Failure> {
    service.logic.release_for_order(work, &event).await
}

async fn reserve_for_order<T: InventoryServiceLogic>(
    service: Arc<Service<T>>,
    work: reserve_for_order::Work,
    event: Arc<OrderCreated>,
) -> Result<(), Failure> {
    service.logic.reserve_for_order(work, &event).await
}
