//! The domain services, each on its store: what it knows, the answers that it gave, and the events that it emitted, are
//! kept together.

use std::pin::Pin;
use std::sync::Arc;

use axum::Router;
use crm_system_v1::CrmSystem;
use retail_domain::{Customers, Fulfilment, Histories, Ledger, Orders, Payments};
use shipping_process_v1::ShippingProcess;
use tiebeam::bus::EventBus;
use tiebeam::idempotency::Local;
use tiebeam::store::Store;

use crate::working::Working;

/// Opens a service on a store and a bus, as often as it is started; cheap to clone.
pub type Open = Arc<dyn Fn(Arc<dyn Store>, Arc<dyn EventBus>) -> Opening + Send + Sync>;

/// A service that is being opened.
pub type Opening = Pin<Box<dyn Future<Output = anyhow::Result<Opened>> + Send>>;

/// A service that is open.
pub struct Opened {
    /// Answers requests.
    pub router: Router,
    /// Publishes and consumes events.
    pub working: Working,
}

/// Writes down how a service is opened: its crate, what implements its logic, and what its handlers call.
macro_rules! open {
    ($krate:ident, $logic:ident, $store:ident, $bus:ident $(, $apis:expr)?) => {{
        let service = Arc::new($logic::open(Arc::clone(&$store)).await?);
        let consumers = $krate::consumers(Arc::clone(&service), Arc::clone(&$bus) $(, $apis)?);
        let server = $krate::server(service).idempotent(Local::new(Arc::clone(&$store)));
        let working = Working::start(&$krate::meta::API, $store, $bus, consumers).await?;
        Ok(Opened { router: server.into_router(), working })
    }};
}

/// The Customer Service, which tells the CRM.
pub fn customers(crm: impl CrmSystem + Clone) -> Open {
    Arc::new(move |store, bus| {
        let apis = customer_service_v1::Apis { crm: crm.clone() };
        Box::pin(async move { open!(customer_service_v1, Customers, store, bus, apis) })
    })
}

/// The Fulfilment Service, which has parcels planned.
pub fn fulfilment(shipping: impl ShippingProcess + Clone) -> Open {
    Arc::new(move |store, bus| {
        let apis = fulfilment_service_v1::Apis { shipping: shipping.clone() };
        Box::pin(async move { open!(fulfilment_service_v1, Fulfilment, store, bus, apis) })
    })
}

/// The Inventory Service, whose shelves are full on the first day.
pub fn stock() -> Open {
    Arc::new(|store, bus| {
        Box::pin(async move {
            let shelves = Arc::clone(&store);
            let opened = open!(inventory_service_v1, Ledger, store, bus);
            Ledger::take_stock(&*shelves)
                .await
                .map_err(|problem| anyhow::anyhow!("{problem:?}"))?;
            opened
        })
    })
}

/// The Order History Service.
pub fn history() -> Open {
    Arc::new(|store, bus| {
        Box::pin(async move { open!(order_history_service_v1, Histories, store, bus) })
    })
}

/// The Order Service.
pub fn orders() -> Open {
    Arc::new(|store, bus| Box::pin(async move { open!(order_service_v1, Orders, store, bus) }))
}

/// The Payment Service.
pub fn payments() -> Open {
    Arc::new(|store, bus| Box::pin(async move { open!(payment_service_v1, Payments, store, bus) }))
}
