//! Listening: connections are accepted, bounded, given up on when they stall, and finished when the server stops.

mod accept;
mod listener;
mod paced;
mod running;

pub use accept::Peer;
pub use listener::Listener;
pub use running::{Serving, serve};
