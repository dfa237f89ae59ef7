//! The bus: how events come from those who publish to those who subscribed.
//!
//! | bus | for | feature |
//! | --- | --- | --- |
//! | [`Memory`] | tests, and what runs in one process and keeps nothing | |
//! | [`Embedded`] | the processes of one machine, or all that share a database | |
//! | `JetStream` | NATS from 2.9 on | `nats` |
//!
//! A bus promises little: at least once, in order within a topic, and never a message that nobody published. It does
//! not promise *once*, because none can; whoever consumes remembers what it applied. It need not be asked to remember
//! either: the log of events in the database of whoever published is the record, and a bus is how they travel.
//!
//! Topics and subscriptions are [provisioned](EventBus::provision) by an operator. A service that publishes to a topic
//! which is not there is [told so](Error::is_rejected) and creates none: a misspelt name must not become a topic.

mod delivery;
pub mod embedded;
mod error;
mod event_bus;
#[cfg(feature = "nats")]
pub mod jetstream;
pub mod memory;
mod message;
mod topic;

pub use self::delivery::{Delivery, Settle, Settlement};
pub use self::embedded::Embedded;
pub use self::error::Error;
pub use self::event_bus::{Deliveries, EventBus, Pending};
#[cfg(feature = "nats")]
pub use self::jetstream::JetStream;
pub use self::memory::Memory;
pub use self::message::{Message, Position};
pub use self::topic::{Lag, Start, Subscription, Topic};
