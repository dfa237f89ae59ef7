// @generated from specs/services/order-history-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Consumes what the Order History Service subscribes to.

use std::sync::Arc;

use retail_order_events::{OrderCancelled, OrderConfirmed, OrderCreated};
use tiebeam::bus::EventBus;
use tiebeam::consumer::{Consumers, Failure};

use crate::subscriptions::{note_cancellation, note_confirmation, note_order};
use crate::{OrderHistoryServiceLogic, Service};

/// The consumers of a service, on a bus; they consume while they run.
pub fn consumers<T: OrderHistoryServiceLogic>(
    service: Arc<Service<T>>,
    bus: Arc<dyn EventBus>,
) -> Consumers<Service<T>> {
    Consumers::new(bus, service.units.clone(), service)
        .on(&note_cancellation::SUBSCRIPTION, note_cancellation)
        .on(&note_confirmation::SUBSCRIPTION, note_confirmation)
        .on(&note_order::SUBSCRIPTION, note_order)
}

async fn note_cancellation<T: OrderHistoryServiceLogic>(
    service: Arc<Service<T>>,
    work: note_cancellation::Work,
    event: Arc<OrderCancelled>,
) -> Result<(), Failure> {
    service.logic.note_cancellation(work, &event).await
}

async fn note_confirmation<T: OrderHistoryServiceLogic>(
    service: Arc<Service<T>>,
    work: note_confirmation::Work,
    event: Arc<OrderConfirmed>,
) -> Result<(), Failure> {
    service.logic.note_confirmation(work, &event).await
}

async fn note_order<T: OrderHistoryServiceLogic>(
    service: Arc<Service<T>>,
    work: note_order::Work,
    event: Arc<OrderCreated>,
) -> Result<(), Failure> {
    service.logic.note_order(work, &event).await
}
