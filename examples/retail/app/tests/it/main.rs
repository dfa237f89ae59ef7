//! The reference enterprise as a whole.

mod agreement;
mod in_one_process;
mod over_http;
mod tiers;
