// @generated from specs/services/customer-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Consumes what the Customer Service subscribes to.

use std::sync::Arc;

use retail_order_events::OrderConfirmed;
use tiebeam::bus::EventBus;
use tiebeam::consumer::{Consumers, Failure};

use crate::subscriptions::raise_loyalty;
use crate::{CustomerServiceLogic, Service};

/// The consumers of a service, on a bus; they consume while they run.
pub fn consumers<T: CustomerServiceLogic>(
    service: Arc<Service<T>>,
    bus: Arc<dyn EventBus>,
) -> Consumers<Service<T>> {
    Consumers::new(bus, service.units.clone(), service)
        .on(&raise_loyalty::SUBSCRIPTION, raise_loyalty)
}

async fn raise_loyalty<T: CustomerServiceLogic>(
    service: Arc<Service<T>>,
    work: raise_loyalty::Work,
    event: Arc<OrderConfirmed>,
) -> Result<(), Failure> {
    service.logic.raise_loyalty(work, &event).await
}
