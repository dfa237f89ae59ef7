//! Calls: the generated client against the pooled client beneath it, and a call through all tiers in one process.

mod client;
mod pooled;
mod tiers;

pub use client::{Arguments, run};
pub use tiers::{Arguments as TierArguments, run as run_tiers};
