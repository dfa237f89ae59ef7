// @generated from specs/services/order.yaml by `cargo xtask generate`. Do not edit.

//! Consumes what the Order Service subscribes to.

use std::sync::Arc;

use shop_order_events::OrderPlaced;
use tiebeam::bus::EventBus;
use tiebeam::consumer::{Consumers, Failure};

use crate::subscriptions::count_order;
use crate::{OrderServiceLogic, Service};

/// The consumers of a service, on a bus; they consume while they run.
pub fn consumers<T: OrderServiceLogic>(
    service: Arc<Service<T>>,
    bus: Arc<dyn EventBus>,
) -> Consumers<Service<T>> {
    Consumers::new(bus, service.units.clone(), service).on(&count_order::SUBSCRIPTION, count_order)
}

async fn count_order<T: OrderServiceLogic>(
    service: Arc<Service<T>>,
    work: count_order::Work,
    event: Arc<OrderPlaced>,
) -> Result<(), Failure> {
    service.logic.count_order(work, &event).await
}
