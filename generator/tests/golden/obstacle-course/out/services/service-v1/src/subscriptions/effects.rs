// @generated from specs/service.yaml by `cargo xtask generate`. Do not edit.

//! `effects` handles `words.Lib@1`: its file would be the root.
//!
//! `words.lib.v1` · as they come · calls `effects` · 5 attempts, 200ms to 1m apart · then a dead letter.

use std::sync::Arc;

use obstacle_words_events::Lib;
use tiebeam::consumer::{Schedule, Subscription};
use tiebeam::event::Event;

/// How `effects` consumes.
pub static SUBSCRIPTION: Subscription = Subscription::new("service@1.effects", Lib::definition).schedule(Schedule {
    attempts: 5,
    base_millis: 200,
    cap_millis: 60_000,
});

/// A unit of work of `effects`, which emits nothing.
pub type Work = tiebeam::Work;

/// What `effects` calls.
#[derive(Debug)]
pub struct Apis<EffectsApi> {
    /// The Client API.
    pub effects: Arc<EffectsApi>,
}

/// Lets `effects` call, and then work.
pub type Effects<EffectsApi> = tiebeam::consumer::Effects<Apis<EffectsApi>>;
