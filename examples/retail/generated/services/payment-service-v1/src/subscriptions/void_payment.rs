// @generated from specs/services/payment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `voidPayment` handles `order.OrderCancelled@1`: an order was given up, by the customer or by
//! us.
//! Whoever set something aside for it gives it back.
//!
//! `order.order-cancelled.v1` · in order for each `orderId` · 10 attempts, 500ms to 5m apart · then a dead letter.

use retail_order_events::OrderCancelled;
use tiebeam::consumer::{Ordering, Schedule, Subscription};
use tiebeam::event::Event;

/// How `voidPayment` consumes.
pub static SUBSCRIPTION: Subscription =
    Subscription::new("payment-service@1.voidPayment", OrderCancelled::definition)
        .ordering(Ordering::ByKey)
        .schedule(Schedule { attempts: 10, base_millis: 500, cap_millis: 300_000 });

/// A unit of work of `voidPayment`, which emits nothing.
pub type Work = tiebeam::Work;
