// @generated from specs/services/payment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Consumes what the Payment Service subscribes to.

use std::sync::Arc;

use retail_order_events::OrderCancelled;
use tiebeam::bus::EventBus;
use tiebeam::consumer::{Consumers, Failure};

use crate::subscriptions::void_payment;
use crate::{PaymentServiceLogic, Service};

/// The consumers of a service, on a bus; they consume while they run.
pub fn consumers<T: PaymentServiceLogic>(
    service: Arc<Service<T>>,
    bus: Arc<dyn EventBus>,
) -> Consumers<Service<T>> {
    Consumers::new(bus, service.units.clone(), service)
        .on(&void_payment::SUBSCRIPTION, void_payment)
}

async fn void_payment<T: PaymentServiceLogic>(
    service: Arc<Service<T>>,
    work: void_payment::Work,
    event: Arc<OrderCancelled>,
) -> Result<(), Failure> {
    service.logic.void_payment(work, &event).await
}
