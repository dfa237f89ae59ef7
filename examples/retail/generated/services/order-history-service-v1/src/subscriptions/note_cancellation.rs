// @generated from specs/services/order-history-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `noteCancellation` handles `order.OrderCancelled@1`: an order was given up, by the customer
//! or by us.
//! Whoever set something aside for it gives it back.
//!
//! `order.order-cancelled.v1` · as they come · 5 attempts, 200ms to 1m apart · then a dead letter.

use retail_order_events::OrderCancelled;
use tiebeam::consumer::{Schedule, Subscription};
use tiebeam::event::Event;

/// How `noteCancellation` consumes.
pub static SUBSCRIPTION: Subscription =
    Subscription::new("order-history-service@1.noteCancellation", OrderCancelled::definition).schedule(Schedule {
        attempts: 5,
        base_millis: 200,
        cap_millis: 60_000,
    });

/// A unit of work of `noteCancellation`, which emits nothing.
pub type Work = tiebeam::Work;
