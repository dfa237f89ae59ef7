//! Stores: one transaction type, through which everything durable goes.
//!
//! | store | for | feature |
//! | --- | --- | --- |
//! | [`Memory`] | tests, and services that keep nothing | |
//! | `Sqlite` | one process and one file: the embedded default | `sqlite` |
//! | `Postgres` | several instances on one database | `postgres` |
//!
//! # Why not sqlx
//!
//! sqlx gives one interface for both databases, which is what [`Transaction`] gives here in two methods. It cannot
//! pipeline, and round trips are what limits commits per second: begin, lock and look-up are one round trip here, the
//! answer and COMMIT are another, where sqlx needs five. It compiles in 84 CPU-seconds where rusqlite and
//! tokio-postgres take 61 together, and who needs one of them, or none, compiles one, or none.

mod backend;
pub(crate) mod emission;
mod error;
mod keys;
mod memory;
pub(crate) mod migrations;
#[cfg(feature = "postgres")]
mod postgres;
pub(crate) mod remembered;
#[cfg(any(feature = "sqlite", feature = "postgres"))]
mod schema;
#[cfg(feature = "sqlite")]
mod sqlite;
pub(crate) mod transaction;
mod value;
pub(crate) mod wake;

pub use backend::{Pending, Store};
pub use error::Error;
pub use memory::Memory;
pub use migrations::{Database, Migration, migrations};
#[cfg(feature = "postgres")]
pub use postgres::{Isolation, Postgres};
#[cfg(feature = "sqlite")]
pub use sqlite::Sqlite;
pub use transaction::{OpenTransaction, Transaction};
pub use value::{FromValue, Row, Value};
pub use wake::Wake;
