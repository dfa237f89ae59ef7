// @generated from specs/service.yaml by `cargo xtask generate`. Do not edit.

//! `consumers` handles `words.Event@1`: called like the trait.
//!
//! `words.event.v1` · in order for each `value` · calls `apis`, `arc`, `effects`, `events`, `result`, `t`, `work` · 5 attempts, 200ms to 1m apart · then a dead letter.

use std::sync;

use obstacle_words_events::Event;
use tiebeam::consumer::{Ordering, Schedule, Subscription};
use tiebeam::event;
use tiebeam::work::{Declared, Declares, Emits};

/// How `consumers` consumes.
pub static SUBSCRIPTION: Subscription =
    Subscription::new("service@1.consumers", <Event as event::Event>::definition)
        .ordering(Ordering::ByKey)
        .schedule(Schedule { attempts: 5, base_millis: 200, cap_millis: 60_000 });

/// A unit of work of `consumers`.
pub type Work = tiebeam::Work<Events>;

/// What `consumers` emits: `Event` where it applies.
#[derive(Debug)]
pub enum Events {}

impl Declares for Events {
    const EVENTS: &'static [Declared] = &[Declared::sometimes::<Event>()];
}

impl Emits<Event> for Events {}

/// What `consumers` calls.
#[derive(Debug)]
pub struct Apis<ApisApi, Arc, EffectsApi, EventsApi, ResultModel, TApi, WorkApi> {
    /// The Client API.
    pub apis: sync::Arc<ApisApi>,
    /// The Client API.
    pub arc: sync::Arc<Arc>,
    /// The Client API.
    pub effects: sync::Arc<EffectsApi>,
    /// The Future API.
    pub events: sync::Arc<EventsApi>,
    /// The Future API.
    pub result: sync::Arc<ResultModel>,
    /// The Client API.
    pub t: sync::Arc<TApi>,
    /// The Future API.
    pub work: sync::Arc<WorkApi>,
}

/// Lets `consumers` call, and then work.
pub type Effects<ApisApi, Arc, EffectsApi, EventsApi, ResultModel, TApi, WorkApi> = tiebeam::consumer::Effects<Apis<ApisApi, Arc, EffectsApi, EventsApi, ResultModel, TApi, WorkApi>, Events>;
