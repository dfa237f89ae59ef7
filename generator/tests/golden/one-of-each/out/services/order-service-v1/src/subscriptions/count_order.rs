// @generated from specs/services/order.yaml by `cargo xtask generate`. Do not edit.

//! `countOrder` handles `order.OrderPlaced@1`: a customer placed an order.
//!
//! `order.order-placed.v1` · as they come · 8 attempts, 200ms to 1m apart · then dropped.

use shop_order_events::OrderPlaced;
use tiebeam::consumer::{OnFailure, Schedule, Subscription};
use tiebeam::event::Event;

/// How `countOrder` consumes.
pub static SUBSCRIPTION: Subscription =
    Subscription::new("order-service@1.countOrder", OrderPlaced::definition)
        .schedule(Schedule { attempts: 8, base_millis: 200, cap_millis: 60_000 })
        .on_failure(OnFailure::Skip);

/// A unit of work of `countOrder`, which emits nothing.
pub type Work = tiebeam::Work;
