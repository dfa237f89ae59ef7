// @generated from specs/service.yaml by `cargo xtask generate`. Do not edit.

//! `bus` handles `words.Class@1`: a class | with a pipe.
//!
//! `words.class.v1` · as they come · calls `arc` · 5 attempts, 200ms to 1m apart · then a dead letter.

use std::sync;

use obstacle_words_events::Class;
use tiebeam::consumer::{Schedule, Subscription};
use tiebeam::event::Event;

/// How `bus` consumes.
pub static SUBSCRIPTION: Subscription = Subscription::new("service@1.bus", Class::definition).schedule(Schedule {
    attempts: 5,
    base_millis: 200,
    cap_millis: 60_000,
});

/// A unit of work of `bus`, which emits nothing.
pub type Work = tiebeam::Work;

/// What `bus` calls.
#[derive(Debug)]
pub struct Apis<Arc> {
    /// The Client API.
    pub arc: sync::Arc<Arc>,
}

/// Lets `bus` call, and then work.
pub type Effects<Arc> = tiebeam::consumer::Effects<Apis<Arc>>;
