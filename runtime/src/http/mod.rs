//! HTTP on both sides: routes that answer for an implementation, a client that calls one.

mod body;
mod client;
mod connect;
mod endpoint;
pub(crate) mod header;
mod keyed;
mod limit;
mod member;
mod negotiate;
mod place;
mod respond;
mod serve;
mod server;

pub use client::{Client, ClientState, InvalidBaseUrl};
pub use serve::{Listener, Peer, Serving, serve};
pub use server::{RateLimits, Server, Verify};
