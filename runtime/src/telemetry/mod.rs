//! What can be seen from outside: logs, and metrics.
//!
//! The runtime speaks through two facades, `tracing` for what happened and `metrics` for how often and how long. Nobody
//! listens until a program says so: `Logs` (feature `logs`) and `Metrics` (feature `prometheus`) are the listeners
//! that come with the runtime, and any other for these facades will do.
//!
//! **Logs name operations, not data.** A path is filled with identifiers and a body with names and addresses, so
//! neither is logged: the log has the route as the spec writes it. What is logged on purpose, the bodies of messages at
//! the level `debug`, has every field of the classes `personal`, `payment` and `secret` replaced, as the `Debug` of
//! generated types has.

mod bodies;
mod calls;
mod consumed;
mod durations;
mod keyed;
mod letters;
#[cfg(feature = "logs")]
mod logs;
#[cfg(feature = "prometheus")]
mod metrics;
mod relayed;
mod requests;
mod shed;
mod told;

#[cfg(feature = "logs")]
pub use self::logs::{Format, InvalidFilter, Logs};
#[cfg(feature = "prometheus")]
pub use self::metrics::Metrics;

pub(crate) use self::bodies::log_body;
pub(crate) use self::calls::{Calls, Ended, Unmade};
pub(crate) use self::consumed::Consumed;
pub(crate) use self::keyed::keyed;
pub(crate) use self::letters::tell_letters;
pub(crate) use self::relayed::{Backlog, Relayed};
pub(crate) use self::requests::{Active, Requests};
pub(crate) use self::shed::{Shed, shed};
pub(crate) use self::told::{Code, Told, request_span};
