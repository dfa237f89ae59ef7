// @generated from specs/services/order.yaml by `cargo xtask generate`. Do not edit.

//! Consumes what the Order Service subscribes to.

use std::sync::Arc;

use billing_system_v2::BillingSystem;
use shop_order_events::{OrderArchived, OrderPlaced};
use tiebeam::bus::EventBus;
use tiebeam::consumer::{Consumers, Failure};

use crate::subscriptions::{count_order, refund_order};
use crate::{OrderServiceLogic, Service};

/// What the handlers of the Order Service call, and nobody else in it.
#[derive(Debug)]
pub struct Apis<Billing> {
    /// The Billing System API.
    pub billing: Billing,
}

/// The consumers of a service, on a bus; they consume while they run.
pub fn consumers<T: OrderServiceLogic, Billing: BillingSystem>(
    service: Arc<Service<T>>,
    bus: Arc<dyn EventBus>,
    apis: Apis<Billing>,
) -> Consumers<Service<T>> {
    let apis = Apis { billing: Arc::new(apis.billing) };
    Consumers::new(bus, service.units.clone(), service)
        .on_calling(
            &refund_order::SUBSCRIPTION,
            refund_order::Apis { billing: Arc::clone(&apis.billing) },
            refund_order,
        )
        .on(&count_order::SUBSCRIPTION, count_order)
}

async fn refund_order<T: OrderServiceLogic, Billing: BillingSystem>(
    service: Arc<Service<T>>,
    effects: refund_order::Effects<Billing>,
    event: Arc<OrderArchived>,
) -> Result<(), Failure> {
    service.logic.refund_order(effects, &event).await
}

async fn count_order<T: OrderServiceLogic>(
    service: Arc<Service<T>>,
    work: count_order::Work,
    event: Arc<OrderPlaced>,
) -> Result<(), Failure> {
    service.logic.count_order(work, &event).await
}
