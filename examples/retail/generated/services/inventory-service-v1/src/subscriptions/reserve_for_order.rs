// @generated from specs/services/inventory-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `reserveForOrder` handles `order.OrderCreated@1`: a customer placed an order and we accepted
//! it; nothing is promised yet.
//!
//! `order.order-created.v1` · in order for each `orderId` · 8 attempts, 200ms to 1m apart · then a dead letter.

use retail_inventory_events::{InventoryReserved, InventoryShort};
use retail_order_events::OrderCreated;
use tiebeam::consumer::{Ordering, Schedule, Subscription};
use tiebeam::event::Event;
use tiebeam::work::{Declared, Declares, Emits};

/// How `reserveForOrder` consumes.
pub static SUBSCRIPTION: Subscription =
    Subscription::new("inventory-service@1.reserveForOrder", OrderCreated::definition)
        .ordering(Ordering::ByKey)
        .schedule(Schedule { attempts: 8, base_millis: 200, cap_millis: 60_000 });

/// A unit of work of `reserveForOrder`.
pub type Work = tiebeam::Work<Events>;

/// What `reserveForOrder` emits: `InventoryReserved`, `InventoryShort` where it applies.
#[derive(Debug)]
pub enum Events {}

impl Declares for Events {
    const EVENTS: &'static [Declared] =
        &[Declared::sometimes::<InventoryReserved>(), Declared::sometimes::<InventoryShort>()];
}

impl Emits<InventoryReserved> for Events {}

impl Emits<InventoryShort> for Events {}
