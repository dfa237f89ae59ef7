// @generated from specs by `cargo xtask generate`. Do not edit.

//! The events of the words domain, owned by versions-team and naming-team.
//!
//! Events whose names and data hurt: "quotes", {{ braces }}, `ticks`, a | pipe and \<angle>
//! brackets.
//!
//! | event | topic | key | what happened |
//! | --- | --- | --- | --- |
//! | [`Class`] | `words.class.v1` |  | A class \| with a pipe. |
//! | [`Definition`] | `words.definition.v1` | `type` | Called like what is known of it. |
//! | [`Event`] | `words.event.v1` | `value` | Called like the trait. |
//! | [`EventV2`] | `words.event.v2` |  | The second. |
//! | [`First`] | `words.first.v1` | `first` | Called like what comes before. |
//! | [`FirstV4`] | `words.first.v4` |  | Two versions are gone. |
//! | [`Lib`] | `words.lib.v1` |  | Its file would be the root. |
//! | [`ObstacleModels`] | `words.obstacle-models.v1` |  | Called like the crate of the models. |
//! | [`OptionModel`] | `words.option.v1` |  | Called like one of the prelude's. |
//! | [`OptionV2`] | `words.option.v2` |  | The second of a name that the prelude has. |
//! | [`Request`] | `words.request.v1` |  | Called like a model that it holds. |
//! | [`Serde`] | `words.serde.v1` |  | Called like a crate. |
//! | [`Shaped`] | `words.shaped.v1` | `iso3166Code` | Called like a trait, and holds more flags than Clippy likes. |
//!
//! [`Envelope::of`](tiebeam::event::Envelope::of) makes an envelope of an event,
//! [`Envelope::read`](tiebeam::event::Envelope::read) gets it back.

mod class;
mod definition;
mod event;
mod event_v2;
mod first;
mod first_v4;
mod lib_;
mod obstacle_models_;
mod option;
mod option_v2;
mod request;
mod serde_;
mod shaped;

pub use class::Class;
pub use definition::Definition;
pub use event::Event;
pub use event_v2::EventV2;
pub use first::First;
pub use first_v4::FirstV4;
pub use lib_::Lib;
pub use obstacle_models_::ObstacleModels;
pub use option::OptionModel;
pub use option_v2::OptionV2;
pub use request::Request;
pub use serde_::Serde;
pub use shaped::Shaped;
