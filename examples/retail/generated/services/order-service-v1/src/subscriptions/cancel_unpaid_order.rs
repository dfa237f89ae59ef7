// @generated from specs/services/order-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `cancelUnpaidOrder` handles `payment.PaymentFailed@1`: the provider declined, or did not
//! answer in time and was told to forget it.
//!
//! `payment.payment-failed.v1` · in order for each `orderId` · 8 attempts, 200ms to 1m apart · then a dead letter.

use retail_order_events::OrderCancelled;
use retail_payment_events::PaymentFailed;
use tiebeam::consumer::{Ordering, Schedule, Subscription};
use tiebeam::event::Event;
use tiebeam::work::{Declared, Declares, Emits};

/// How `cancelUnpaidOrder` consumes.
pub static SUBSCRIPTION: Subscription =
    Subscription::new("order-service@1.cancelUnpaidOrder", PaymentFailed::definition)
        .ordering(Ordering::ByKey)
        .schedule(Schedule { attempts: 8, base_millis: 200, cap_millis: 60_000 });

/// A unit of work of `cancelUnpaidOrder`.
pub type Work = tiebeam::Work<Events>;

/// What `cancelUnpaidOrder` emits: `OrderCancelled` where it applies.
#[derive(Debug)]
pub enum Events {}

impl Declares for Events {
    const EVENTS: &'static [Declared] = &[Declared::sometimes::<OrderCancelled>()];
}

impl Emits<OrderCancelled> for Events {}
