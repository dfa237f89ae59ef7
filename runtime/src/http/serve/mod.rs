//! Listening: connections are accepted, bounded, given up on when they stall, and finished when the server stops.

mod accept;
mod front;
mod health;
mod listener;
mod paced;
mod pressure;
mod running;

pub use accept::Peer;
pub use health::Health;
pub use listener::Listener;
pub use running::{Serving, serve};
