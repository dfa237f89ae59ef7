//! The reference enterprise on one machine.
//!
//! [`Enterprise`] starts every API on a port of its own and wires them with generated clients, as
//! production does with one host each; [`InOneProcess`] wires the same code without any HTTP.

mod enterprise;
mod hosts;
mod in_one_process;
mod journal;
mod records;
mod report;
mod story;
mod wire;

pub use enterprise::Enterprise;
pub use hosts::{Host, Ports};
pub use in_one_process::InOneProcess;
pub use journal::{Crossing, Journal};
pub use records::Records;
pub use story::demo;
