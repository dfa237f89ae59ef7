// @generated from specs/services/order-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Consumes what the Order Service subscribes to.

use std::sync::Arc;

use retail_inventory_events::{InventoryReserved, InventoryShort};
use retail_payment_events::{PaymentAuthorized, PaymentFailed};
use tiebeam::bus::EventBus;
use tiebeam::consumer::{Consumers, Failure};

use crate::subscriptions::{
    cancel_short_order, cancel_unpaid_order, confirm_paid_order, remember_reservation,
};
use crate::{OrderServiceLogic, Service};

/// The consumers of a service, on a bus; they consume while they run.
pub fn consumers<T: OrderServiceLogic>(
    service: Arc<Service<T>>,
    bus: Arc<dyn EventBus>,
) -> Consumers<Service<T>> {
    Consumers::new(bus, service.units.clone(), service)
        .on(&remember_reservation::SUBSCRIPTION, remember_reservation)
        .on(&cancel_short_order::SUBSCRIPTION, cancel_short_order)
        .on(&confirm_paid_order::SUBSCRIPTION, confirm_paid_order)
        .on(&cancel_unpaid_order::SUBSCRIPTION, cancel_unpaid_order)
}

async fn remember_reservation<T: OrderServiceLogic>(
    service: Arc<Service<T>>,
    work: remember_reservation::Work,
    event: Arc<InventoryReserved>,
) -> Result<(), Failure> {
    service.logic.remember_reservation(work, &event).await
}

async fn cancel_short_order<T: OrderServiceLogic>(
    service: Arc<Service<T>>,
    work: cancel_short_order::Work,
    event: Arc<InventoryShort>,
) -> Result<(), Failure> {
    service.logic.cancel_short_order(work, &event).await
}

async fn confirm_paid_order<T: OrderServiceLogic>(
    service: Arc<Service<T>>,
    work: confirm_paid_order::Work,
    event: Arc<PaymentAuthorized>,
) -> Result<(), Failure> {
    service.logic.confirm_paid_order(work, &event).await
}

async fn cancel_unpaid_order<T: OrderServiceLogic>(
    service: Arc<Service<T>>,
    work: cancel_unpaid_order::Work,
    event: Arc<PaymentFailed>,
) -> Result<(), Failure> {
    service.logic.cancel_unpaid_order(work, &event).await
}
