//! A bus in a database: for the processes of one machine on a SQLite file, or all that share a PostgreSQL.
//!
//! Messages of a topic are numbered under the lock of the topic's row, which is held until the commit, so numbers are
//! given in the order of commits and none appears late. A subscription is how far it has read each topic, and a row for
//! each delivery that is not acknowledged, with the time when it is due again: what a pull consumer of a broker is.
//!
//! Round trips and waits for the disk limit how much a database takes, so publications and acknowledgments of a process
//! are collected while a transaction is under way, and written together in the next.

mod bus;
mod claim;
mod find;
mod group;
mod lag;
mod open;
mod provision;
mod publish;
mod rows;
mod schema;
mod settle;
mod sweep;

pub use self::bus::Embedded;
pub use self::schema::migrations;
