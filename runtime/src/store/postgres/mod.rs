//! A store on a PostgreSQL database that several instances share.

mod connection;
mod convert;
mod database;
mod herald;
mod session;
mod writes;

pub use database::{Isolation, Postgres};
pub(super) use herald::Herald;
