//! What travels with a request through every tier: who asks, for how long, and what it belongs to.

mod current;
pub(crate) mod random;
mod trace;

pub use current::{Context, Identity};
pub use trace::{TraceContext, TraceState};
