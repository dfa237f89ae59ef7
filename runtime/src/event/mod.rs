//! Events: what they are, and how they travel: `CloudEvents` 1.0.2.
//!
//! A generated event is a type with a [`Definition`]. An [`Envelope`] is one occurrence of any event, as it lies in a
//! log or travels: its attributes, and its data as bytes that nobody has looked into. Between the two stand
//! [`Envelope::of`], which is strict, because a writer is, and [`Envelope::read`], which tolerates what it does not know.
//! What an older major version wrote is read by [`Envelope::read_with`], with the help of whoever reads.
//!
//! How an envelope travels is a matter of its carrier. [`json`] writes it whole, [`http`] and [`nats`] spread it over
//! header fields; the three differ in what they escape and what they call the type of the content, which is where
//! hand-written readers go wrong.

mod attribute;
mod definition;
mod envelope;
mod escape;
mod fields;
pub mod http;
pub mod json;
mod key;
pub mod nats;
mod typed;
mod upcast;

pub use self::attribute::{Attribute, AttributeName};
pub use self::definition::{Class, Definition, Event};
pub use self::envelope::{Data, Envelope, Invalid};
pub use self::key::key_of;
pub use self::typed::{Source, Unreadable, from_json};
pub use self::upcast::{First, History, Upcast};
