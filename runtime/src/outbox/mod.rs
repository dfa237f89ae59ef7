//! The outbox: publishes what transactions emitted, at least once and in the order of each key.
//!
//! A transaction leaves a pending row for each event ([`work`](crate::work) says how they get there). A [`Relay`] looks
//! for pending rows, publishes their events and deletes the rows; the events themselves stay in the log. A relay that
//! dies in between publishes some of them again, so whoever consumes them looks at their ids.
//!
//! Pending rows are in partitions, and a relay publishes from a partition as long as it holds the lease on it, so the
//! events of a key come from one relay at a time. Within a key it waits for each event before it publishes the next;
//! keys do not wait for each other.
//!
//! What is *not* done here has reasons. There is no cursor over serial ids: rows are committed in another order than
//! they are numbered, and a cursor passes over those that come late. No row is skipped because another relay has it
//! locked: its key would be overtaken. No transaction is open while something is published.

mod backlog;
mod leases;
mod pending;
mod relay;

pub use relay::{Relay, Sweep};
