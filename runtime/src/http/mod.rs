//! HTTP on both sides: routes that answer for an implementation, a client that calls one.

mod answering;
mod body;
mod client;
mod connect;
mod endpoint;
mod exchange;
pub(crate) mod header;
mod keyed;
mod limit;
mod load;
mod member;
mod negotiate;
mod place;
mod respond;
mod serve;
mod server;

pub use client::{Client, ClientState, InvalidBaseUrl};
pub use serve::{Health, Listener, Peer, Serving, serve};
pub use server::{RateLimits, Server, Verify};
