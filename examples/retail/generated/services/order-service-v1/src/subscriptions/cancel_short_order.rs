// @generated from specs/services/order-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `cancelShortOrder` handles `inventory.InventoryShort@1`: too little lies in our warehouse
//! for an order, so nothing is set aside for it.
//!
//! `inventory.inventory-short.v1` · in order for each `orderId` · 8 attempts, 200ms to 1m apart · then a dead letter.

use retail_inventory_events::InventoryShort;
use retail_order_events::OrderCancelled;
use tiebeam::consumer::{Ordering, Schedule, Subscription};
use tiebeam::event::Event;
use tiebeam::work::{Declared, Declares, Emits};

/// How `cancelShortOrder` consumes.
pub static SUBSCRIPTION: Subscription =
    Subscription::new("order-service@1.cancelShortOrder", InventoryShort::definition)
        .ordering(Ordering::ByKey)
        .schedule(Schedule { attempts: 8, base_millis: 200, cap_millis: 60_000 });

/// A unit of work of `cancelShortOrder`.
pub type Work = tiebeam::Work<Events>;

/// What `cancelShortOrder` emits: `OrderCancelled` where it applies.
#[derive(Debug)]
pub enum Events {}

impl Declares for Events {
    const EVENTS: &'static [Declared] = &[Declared::sometimes::<OrderCancelled>()];
}

impl Emits<OrderCancelled> for Events {}
