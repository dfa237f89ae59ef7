//! Requests with an idempotency key, and the stores that remember them: one contract, in both modes, on every store.

#[macro_use]
mod each;

mod answers;
mod api;
mod conflicts;
mod contract;
mod flow;
mod kill;
mod lease;
mod migrate;
mod model;
mod outage;
pub(crate) mod places;
mod proxy;
mod sql;
