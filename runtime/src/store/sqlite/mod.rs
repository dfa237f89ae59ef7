//! A store in one SQLite file: the embedded default.

mod convert;
mod file;
mod session;
mod writer;

pub use file::Sqlite;
