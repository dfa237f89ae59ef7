//! The crate of a domain's events: a type an event and major version, and its schema beside it.

mod contents;
mod event;
mod names;
mod readme;
mod subject;

pub use contents::events_crate;
