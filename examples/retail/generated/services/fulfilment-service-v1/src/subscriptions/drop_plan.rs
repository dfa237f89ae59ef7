// @generated from specs/services/fulfilment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `dropPlan` handles `order.OrderCancelled@1`: an order was given up, by the customer or by
//! us.
//! Whoever set something aside for it gives it back.
//!
//! `order.order-cancelled.v1` · in order for each `orderId` · 10 attempts, 200ms to 1m apart · then a dead letter.

use retail_order_events::OrderCancelled;
use tiebeam::consumer::{Ordering, Schedule, Subscription};
use tiebeam::event::Event;

/// How `dropPlan` consumes.
pub static SUBSCRIPTION: Subscription =
    Subscription::new("fulfilment-service@1.dropPlan", OrderCancelled::definition)
        .ordering(Ordering::ByKey)
        .schedule(Schedule { attempts: 10, base_millis: 200, cap_millis: 60_000 });

/// A unit of work of `dropPlan`, which emits nothing.
pub type Work = tiebeam::Work;
