// @generated from specs/services/fulfilment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `planParcels` handles `inventory.InventoryReserved@1`: stock is set aside for an order; the
//! Shipping Process API plans the parcels when it hears of it.
//!
//! `inventory.inventory-reserved.v1` · in order for each `orderId` · calls `shipping` · 10 attempts, 200ms to 1m apart · then a dead letter.

use std::sync::Arc;

use retail_inventory_events::InventoryReserved;
use tiebeam::consumer::{Ordering, Schedule, Subscription};
use tiebeam::event::Event;

/// How `planParcels` consumes.
pub static SUBSCRIPTION: Subscription =
    Subscription::new("fulfilment-service@1.planParcels", InventoryReserved::definition)
        .ordering(Ordering::ByKey)
        .schedule(Schedule { attempts: 10, base_millis: 200, cap_millis: 60_000 });

/// A unit of work of `planParcels`, which emits nothing.
pub type Work = tiebeam::Work;

/// What `planParcels` calls.
#[derive(Debug)]
pub struct Apis<Shipping> {
    /// The Shipping Process API.
    pub shipping: Arc<Shipping>,
}

/// Lets `planParcels` call, and then work.
pub type Effects<Shipping> = tiebeam::consumer::Effects<Apis<Shipping>>;
