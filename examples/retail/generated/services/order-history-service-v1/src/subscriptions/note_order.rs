// @generated from specs/services/order-history-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `noteOrder` handles `order.OrderCreated@1`: a customer placed an order and we accepted it;
//! nothing is promised yet.
//!
//! `order.order-created.v1` · as they come · 5 attempts, 200ms to 1m apart · then a dead letter.

use retail_order_events::OrderCreated;
use tiebeam::consumer::{Schedule, Subscription};
use tiebeam::event::Event;

/// How `noteOrder` consumes.
pub static SUBSCRIPTION: Subscription =
    Subscription::new("order-history-service@1.noteOrder", OrderCreated::definition).schedule(Schedule {
        attempts: 5,
        base_millis: 200,
        cap_millis: 60_000,
    });

/// A unit of work of `noteOrder`, which emits nothing.
pub type Work = tiebeam::Work;
