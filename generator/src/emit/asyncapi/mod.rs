//! `AsyncAPI` 3.0 documents: what a service sends and receives, and what the whole platform does.
//!
//! # Point of view
//!
//! A document is written from where its application stands (`action: send` is what it publishes, `receive` what it
//! consumes), so each service has one of its own. That of the platform has the operations of all services side by
//! side; it is for who looks for an event and asks who publishes it and who follows.
//!
//! # A message is a `CloudEvent` in binary mode
//!
//! Headers are attributes, the payload is the data, as the NATS binding of `CloudEvents` says. What all messages share
//! is one schema, `envelope::KEY`; a message adds what is known of its own event. A topic has one event of one major
//! version, so a channel has one message.
//!
//! # Draft 07
//!
//! The payload is a schema in the default format of `AsyncAPI`, which is JSON Schema draft 07 and more, so every tool
//! reads it. The schemas of events are 2020-12; `dialect` spells differently what the older draft does not know.
//! They are open as a reader is: see `emit::openapi`.
//!
//! # What `AsyncAPI` has no word for
//!
//! | extension | where | says |
//! | --- | --- | --- |
//! | `x-owner`, `x-domain`, `x-meta` | `info` | who answers for the service, its domain, its `meta` |
//! | `x-owner`, `x-key`, `x-retention` | channel | who answers for the event, the field that partitions and orders, how long it is kept; without one it is kept for good |
//! | `x-version`, `x-compatibility`, `x-meta` | message | its full version, what a new one promises, its `meta` |
//! | `x-service` | operation | the service and its major version |
//! | `x-emitted-by` | `send` | operations and handlers that emit it; a `?` where they need not |
//! | `x-subscription` | `receive` | the name of the subscription on the bus |
//! | `x-ordering` | `receive` | `ordered` by the key, or `unordered` |
//! | `x-retry`, `x-on-failure` | `receive` | how a delivery that failed is tried again, and what becomes of the event then |
//! | `x-emits` | `receive` | what the handler emits in turn; a `?` where it need not |
//! | `x-replicas` | server | copies of every stream |
//!
//! The binding for NATS knows a `queue`, and there is none: a subscription is a durable consumer that is pulled from.

mod channel;
mod dialect;
mod document;
mod envelope;
mod info;
mod object;
mod operation;
mod server;
mod tags;

pub use document::{origin, platform_document, service_document};
