//! What the crate of a service has beside that of any contract: the logic that is written by hand, units of work around
//! it, and what it consumes.

mod called;
mod consumers;
mod contents;
mod emitted;
mod logic;
mod names;
mod subscription;
mod units;

pub use contents::{calls, files, map};
pub use emitted::define as define_work;
pub use names::{has_events, logic_name, of};
