//! The domain services and their databases: one contract, on every store.

mod contract;
mod customers;
mod ledger;
mod orders;
mod payments;
mod places;
mod remembering;

pub use places::database;
