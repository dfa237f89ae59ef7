//! Events on a bus: one contract, on every bus.

#[macro_use]
mod each;

mod contract;
mod embedded;
mod faults;
mod places;
mod processes;
mod seen;
