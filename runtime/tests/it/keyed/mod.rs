//! Requests with an idempotency key, and the stores that remember them: one contract, on every store.

mod answers;
mod api;
mod clock;
mod conflicts;
mod contract;
mod kill;
mod migrate;
mod model;
mod outage;
mod places;
mod proxy;
mod sql;
