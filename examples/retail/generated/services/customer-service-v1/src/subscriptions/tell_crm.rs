// @generated from specs/services/customer-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! `tellCrm` handles `customer.CustomerUpdated@1`: a customer's account was opened, changed or
//! closed.
//! It carries the whole state, so a consumer that missed some still ends up right with the next
//! one.
//!
//! `customer.customer-updated.v1` · in order for each `customerId` · calls `crm` · 10 attempts, 500ms to 5m apart · then a dead letter.

use std::sync::Arc;

use retail_customer_events::{CustomerSyncedToCrm, CustomerUpdated};
use tiebeam::consumer::{Ordering, Schedule, Subscription};
use tiebeam::event::Event;
use tiebeam::work::{Declared, Declares, Emits};

/// How `tellCrm` consumes.
pub static SUBSCRIPTION: Subscription =
    Subscription::new("customer-service@1.tellCrm", CustomerUpdated::definition)
        .ordering(Ordering::ByKey)
        .schedule(Schedule { attempts: 10, base_millis: 500, cap_millis: 300_000 });

/// A unit of work of `tellCrm`.
pub type Work = tiebeam::Work<Events>;

/// What `tellCrm` emits: `CustomerSyncedToCrm` where it applies.
#[derive(Debug)]
pub enum Events {}

impl Declares for Events {
    const EVENTS: &'static [Declared] = &[Declared::sometimes::<CustomerSyncedToCrm>()];
}

impl Emits<CustomerSyncedToCrm> for Events {}

/// What `tellCrm` calls.
#[derive(Debug)]
pub struct Apis<Crm> {
    /// The CRM System API.
    pub crm: Arc<Crm>,
}

/// Lets `tellCrm` call, and then work.
pub type Effects<Crm> = tiebeam::consumer::Effects<Apis<Crm>, Events>;
