// @generated from specs/services/order-history-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `noteConfirmation` handles `order.OrderConfirmed@1`: stock is reserved and the payment is
//! authorized, so from here on we owe a delivery.
//!
//! `order.order-confirmed.v1` · as they come · 5 attempts, 200ms to 1m apart · then a dead letter.

use retail_order_events::OrderConfirmed;
use tiebeam::consumer::{Schedule, Subscription};
use tiebeam::event::Event;

/// How `noteConfirmation` consumes.
pub static SUBSCRIPTION: Subscription =
    Subscription::new("order-history-service@1.noteConfirmation", OrderConfirmed::definition).schedule(Schedule {
        attempts: 5,
        base_millis: 200,
        cap_millis: 60_000,
    });

/// A unit of work of `noteConfirmation`, which emits nothing.
pub type Work = tiebeam::Work;
