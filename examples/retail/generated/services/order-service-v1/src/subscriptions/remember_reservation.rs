// @generated from specs/services/order-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `rememberReservation` handles `inventory.InventoryReserved@1`: stock is set aside for an
//! order; the Shipping Process API plans the parcels when it hears of it.
//!
//! `inventory.inventory-reserved.v1` · in order for each `orderId` · 5 attempts, 200ms to 1m apart · then a dead letter.

use retail_inventory_events::InventoryReserved;
use tiebeam::consumer::{Ordering, Schedule, Subscription};
use tiebeam::event::Event;

/// How `rememberReservation` consumes.
pub static SUBSCRIPTION: Subscription =
    Subscription::new("order-service@1.rememberReservation", InventoryReserved::definition)
        .ordering(Ordering::ByKey)
        .schedule(Schedule { attempts: 5, base_millis: 200, cap_millis: 60_000 });

/// A unit of work of `rememberReservation`, which emits nothing.
pub type Work = tiebeam::Work;
