//! A store on a PostgreSQL database that several instances share.

mod connection;
mod convert;
mod database;
mod session;
mod writes;

pub use database::{Isolation, Postgres};
