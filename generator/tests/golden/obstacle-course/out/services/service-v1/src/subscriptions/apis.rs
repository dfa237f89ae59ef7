// @generated from specs/service.yaml by `cargo xtask generate`. Do not edit.

//! `apis` handles `words.First@1`: called like what comes before.
//!
//! `words.first.v1` · in order for each `first` · 5 attempts, 200ms to 1m apart · then a dead letter.

use obstacle_words_events::First;
use tiebeam::consumer::{Ordering, Schedule, Subscription};
use tiebeam::event::Event;

/// How `apis` consumes.
pub static SUBSCRIPTION: Subscription = Subscription::new("service@1.apis", First::definition)
    .ordering(Ordering::ByKey)
    .schedule(Schedule { attempts: 5, base_millis: 200, cap_millis: 60_000 });

/// A unit of work of `apis`, which emits nothing.
pub type Work = tiebeam::Work;
