//! The domain services, each on its store: what it knows, the answers that it gave, and the events that it emitted, are
//! kept together.

use std::pin::Pin;
use std::sync::Arc;

use axum::Router;
use retail_domain::{Customers, Ledger, Orders, Payments};
use tiebeam::bus::EventBus;
use tiebeam::idempotency::Local;
use tiebeam::store::Store;

use crate::working::Working;

/// Opens a service on a store and a bus.
pub type Open = fn(Arc<dyn Store>, Arc<dyn EventBus>) -> Opening;

/// A service that is being opened.
pub type Opening = Pin<Box<dyn Future<Output = anyhow::Result<Opened>> + Send>>;

/// A service that is open.
pub struct Opened {
    /// Answers requests.
    pub router: Router,
    /// Publishes and consumes events.
    pub working: Working,
}

/// Writes down how a service is opened: its crate, and what implements its logic.
macro_rules! open {
    ($krate:ident, $logic:ident, $store:ident, $bus:ident) => {{
        let service = Arc::new($logic::open(Arc::clone(&$store)).await?);
        let consumers = $krate::consumers(Arc::clone(&service), Arc::clone(&$bus));
        let server = $krate::server(service).idempotent(Local::new(Arc::clone(&$store)));
        let working = Working::start(&$krate::meta::API, $store, $bus, consumers).await?;
        Ok(Opened { router: server.into_router(), working })
    }};
}

/// The Customer Service.
pub fn customers(store: Arc<dyn Store>, bus: Arc<dyn EventBus>) -> Opening {
    Box::pin(async move { open!(customer_service_v1, Customers, store, bus) })
}

/// The Inventory Service, whose shelves are full on the first day.
pub fn stock(store: Arc<dyn Store>, bus: Arc<dyn EventBus>) -> Opening {
    Box::pin(async move {
        let shelves = Arc::clone(&store);
        let opened = open!(inventory_service_v1, Ledger, store, bus);
        Ledger::take_stock(&*shelves).await.map_err(|problem| anyhow::anyhow!("{problem:?}"))?;
        opened
    })
}

/// The Order Service.
pub fn orders(store: Arc<dyn Store>, bus: Arc<dyn EventBus>) -> Opening {
    Box::pin(async move { open!(order_service_v1, Orders, store, bus) })
}

/// The Payment Service.
pub fn payments(store: Arc<dyn Store>, bus: Arc<dyn EventBus>) -> Opening {
    Box::pin(async move { open!(payment_service_v1, Payments, store, bus) })
}
