//! A bus in memory, for tests and for what runs in one process, with a way to make it misbehave.

mod bus;
mod fault;
mod log;
mod reading;

pub use self::bus::Memory;
pub use self::fault::{Fault, Moment};
