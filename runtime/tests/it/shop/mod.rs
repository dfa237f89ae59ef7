//! The Order Process API as the generator would write it, and an implementation of it.

pub(crate) mod client;
pub(crate) mod contract;
pub(crate) mod errors;
pub(crate) mod meta;
pub(crate) mod operations;
pub(crate) mod server;
pub(crate) mod stub;
pub(crate) mod types;

mod implementation;

pub(crate) use client::Client;
pub(crate) use contract::OrderProcess;
pub(crate) use implementation::Shop;
pub(crate) use stub::Stub;
