//! Events on a bus: one contract, on every bus.

#[macro_use]
mod each;

mod contract;
mod embedded;
mod faults;
mod jetstream;
mod places;
mod processes;
mod seen;
pub(crate) mod server;
mod swallow;
mod waking;
