//! A bus on NATS `JetStream`, for servers from 2.9 on.
//!
//! Each domain has one stream, `<domain>`, that takes every topic of the domain (`<domain>.>`), keeps messages by age, in
//! files, and lets nobody delete or purge any. A subscription has one durable consumer for each of its topics: servers
//! before 2.10 know one filter a consumer, and silently ignore several. Streams never have sources, because a duplicate
//! that arrives through one stalls it for the whole window.
//!
//! # What is watched
//!
//! A broker that does not answer looks like one that has nothing to say, in three ways that were all seen:
//!
//! - *A publication that is not allowed* gets no answer; the server says so aside. Here who publishes
//!   [is told](crate::bus::Error::is_denied).
//! - *A pull that was waiting when the server went away* waits for ever after the connection is back. Here each connection
//!   begins new pulls.
//! - *A pull that stalls while the connection lives.* Here the server has to say every few seconds that it has nothing to
//!   say, and a pull that ends empty is compared with what the server says is waiting. Where either fails, a new one begins.
//!
//! What a server was asked for is compared with what it says it has made, because older ones drop what they do not know.

mod api;
mod bus;
mod connection;
mod denial;
mod find;
mod lag;
mod name;
mod open;
mod provision;
mod publish;
mod pull;
mod settings;
mod settle;
mod wire;

pub use self::bus::JetStream;
pub use self::provision::{Request, requests};
pub use self::settings::{Credentials, Secret, Settings};
