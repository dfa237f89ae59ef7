//! What tests of services are made of: time that is moved by hand, and servers that are written down.

mod clock;
mod script;

pub use clock::ManualClock;
pub(crate) use script::Fault;
pub use script::{Asked, Reaction, Script};
