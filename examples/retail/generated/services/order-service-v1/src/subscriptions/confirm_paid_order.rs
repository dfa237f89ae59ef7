// @generated from specs/services/order-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `confirmPaidOrder` handles `payment.PaymentAuthorized@1`: the money for an order is set
//! aside.
//!
//! `payment.payment-authorized.v1` · in order for each `orderId` · 8 attempts, 200ms to 1m apart · then a dead letter.

use retail_order_events::OrderConfirmed;
use retail_payment_events::PaymentAuthorized;
use tiebeam::consumer::{Ordering, Schedule, Subscription};
use tiebeam::event::Event;
use tiebeam::work::{Declared, Declares, Emits};

/// How `confirmPaidOrder` consumes.
pub static SUBSCRIPTION: Subscription =
    Subscription::new("order-service@1.confirmPaidOrder", PaymentAuthorized::definition)
        .ordering(Ordering::ByKey)
        .schedule(Schedule { attempts: 8, base_millis: 200, cap_millis: 60_000 });

/// A unit of work of `confirmPaidOrder`.
pub type Work = tiebeam::Work<Events>;

/// What `confirmPaidOrder` emits: `OrderConfirmed` where it applies.
#[derive(Debug)]
pub enum Events {}

impl Declares for Events {
    const EVENTS: &'static [Declared] = &[Declared::sometimes::<OrderConfirmed>()];
}

impl Emits<OrderConfirmed> for Events {}
