// @generated from specs/services/customer-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! Consumes what the Customer Service subscribes to.

use std::sync::Arc;

use crm_system_v1::CrmSystem;
use retail_customer_events::CustomerUpdated;
use retail_order_events::OrderConfirmed;
use tiebeam::bus::EventBus;
use tiebeam::consumer::{Consumers, Failure};

use crate::subscriptions::{raise_loyalty, tell_crm};
use crate::{CustomerServiceLogic, Service};

/// What the handlers of the Customer Service call, and nobody else in it.
#[derive(Debug)]
pub struct Apis<Crm> {
    /// The CRM System API.
    pub crm: Crm,
}

/// The consumers of a service, on a bus; they consume while they run.
pub fn consumers<T: CustomerServiceLogic, Crm: CrmSystem>(
    service: Arc<Service<T>>,
    bus: Arc<dyn EventBus>,
    apis: Apis<Crm>,
) -> Consumers<Service<T>> {
    let apis = Apis { crm: Arc::new(apis.crm) };
    Consumers::new(bus, service.units.clone(), service)
        .on_calling(
            &tell_crm::SUBSCRIPTION,
            tell_crm::Apis { crm: Arc::clone(&apis.crm) },
            tell_crm,
        )
        .on(&raise_loyalty::SUBSCRIPTION, raise_loyalty)
}

async fn tell_crm<T: CustomerServiceLogic, Crm: CrmSystem>(
    service: Arc<Service<T>>,
    effects: tell_crm::Effects<Crm>,
    event: Arc<CustomerUpdated>,
) -> Result<(), Failure> {
    service.logic.tell_crm(effects, &event).await
}

async fn raise_loyalty<T: CustomerServiceLogic>(
    service: Arc<Service<T>>,
    work: raise_loyalty::Work,
    event: Arc<OrderConfirmed>,
) -> Result<(), Failure> {
    service.logic.raise_loyalty(work, &event).await
}
