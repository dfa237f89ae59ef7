// @generated from specs/services/order.yaml by `cargo xtask generate`. Do not edit.

//! `refundOrder` handles `order.OrderArchived@1`: an order left the books.
//!
//! `order.order-archived.v1` · as they come · calls `billing` · 5 attempts, 200ms to 1m apart · then a dead letter.

use std::sync::Arc;

use shop_order_events::{OrderArchived, OrderPlacedV2};
use tiebeam::consumer::{Schedule, Subscription};
use tiebeam::event::Event;
use tiebeam::work::{Declared, Declares, Emits};

/// How `refundOrder` consumes.
pub static SUBSCRIPTION: Subscription =
    Subscription::new("order-service@1.refundOrder", OrderArchived::definition).schedule(Schedule {
        attempts: 5,
        base_millis: 200,
        cap_millis: 60_000,
    });

/// A unit of work of `refundOrder`.
pub type Work = tiebeam::Work<Events>;

/// What `refundOrder` emits: `OrderPlacedV2` where it applies.
#[derive(Debug)]
pub enum Events {}

impl Declares for Events {
    const EVENTS: &'static [Declared] = &[Declared::sometimes::<OrderPlacedV2>()];
}

impl Emits<OrderPlacedV2> for Events {}

/// What `refundOrder` calls.
#[derive(Debug)]
pub struct Apis<Billing> {
    /// The Billing System API.
    pub billing: Arc<Billing>,
}

/// Lets `refundOrder` call, and then work.
pub type Effects<Billing> = tiebeam::consumer::Effects<Apis<Billing>, Events>;
