// @generated from specs/services/customer-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `raiseLoyalty` handles `order.OrderConfirmed@1`: stock is reserved and the payment is
//! authorized, so from here on we owe a delivery.
//!
//! `order.order-confirmed.v1` · as they come · 5 attempts, 200ms to 30s apart · then dropped.

use retail_customer_events::CustomerUpdated;
use retail_order_events::OrderConfirmed;
use tiebeam::consumer::{OnFailure, Schedule, Subscription};
use tiebeam::event::Event;
use tiebeam::work::{Declared, Declares, Emits};

/// How `raiseLoyalty` consumes.
pub static SUBSCRIPTION: Subscription =
    Subscription::new("customer-service@1.raiseLoyalty", OrderConfirmed::definition)
        .schedule(Schedule { attempts: 5, base_millis: 200, cap_millis: 30_000 })
        .on_failure(OnFailure::Skip);

/// A unit of work of `raiseLoyalty`.
pub type Work = tiebeam::Work<Events>;

/// What `raiseLoyalty` emits: `CustomerUpdated` where it applies.
#[derive(Debug)]
pub enum Events {}

impl Declares for Events {
    const EVENTS: &'static [Declared] = &[Declared::sometimes::<CustomerUpdated>()];
}

impl Emits<CustomerUpdated> for Events {}
