//! The domain services, each on its store: what it knows, and the answers that it gave, are kept together.

use std::pin::Pin;
use std::sync::Arc;

use axum::Router;
use retail_domain::{Customers, Ledger, Orders, Payments};
use tiebeam::idempotency::Local;
use tiebeam::store::Store;

/// Opens a service on a store.
pub type Open = fn(Arc<dyn Store>) -> Opening;

/// A service that is being opened: its routes, in the end.
pub type Opening = Pin<Box<dyn Future<Output = anyhow::Result<Router>> + Send>>;

/// The Customer Service.
pub fn customers(store: Arc<dyn Store>) -> Opening {
    Box::pin(async move {
        let service = Customers::open(Arc::clone(&store)).await?;
        Ok(customer_service_v1::server(service).idempotent(Local::new(store)).into_router())
    })
}

/// The Inventory Service, whose shelves are full on the first day.
pub fn stock(store: Arc<dyn Store>) -> Opening {
    Box::pin(async move {
        let service = Ledger::open(Arc::clone(&store)).await?.on_the_first_day().await;
        let service = service.map_err(|problem| anyhow::anyhow!("{problem:?}"))?;
        Ok(inventory_service_v1::server(service).idempotent(Local::new(store)).into_router())
    })
}

/// The Order Service.
pub fn orders(store: Arc<dyn Store>) -> Opening {
    Box::pin(async move {
        let service = Orders::open(Arc::clone(&store)).await?;
        Ok(order_service_v1::server(service).idempotent(Local::new(store)).into_router())
    })
}

/// The Payment Service.
pub fn payments(store: Arc<dyn Store>) -> Opening {
    Box::pin(async move {
        let service = Payments::open(Arc::clone(&store)).await?;
        Ok(payment_service_v1::server(service).idempotent(Local::new(store)).into_router())
    })
}
