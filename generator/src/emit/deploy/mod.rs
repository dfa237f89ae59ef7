//! What an operator needs to review, and may apply in place of the services: for NATS, streams, consumers, permissions.
//!
//! The runtime provisions the same things when it is asked to, and a generator does not know the runtime. So what is
//! decided there is repeated here ([`defaults`]), and a test of the example compares what both ask of a server.

mod consumers;
mod defaults;
mod nats;
mod permissions;
mod streams;

pub use nats::files;
