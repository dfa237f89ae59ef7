//! The crate of an API or of a service: the contract, and everything that implements, serves, calls or describes it.

mod client;
mod contents;
mod contract;
mod errors;
mod lib_rs;
mod meta;
mod operation;
mod readme;
mod server;
mod service;
mod stub;
mod subject;
mod wording;

pub use contents::contract_crate;
pub use stub::has_answer;
pub use subject::Subject;
