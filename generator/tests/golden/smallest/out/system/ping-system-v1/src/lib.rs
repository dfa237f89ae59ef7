// @generated from specs/ping.yaml by `cargo xtask generate`. Do not edit.

//! Ping System API, version 1.0.0 (system tier, health domain, owned by platform-team).
//!
//! Says whether anyone is there.
//!
//! | to | use |
//! | --- | --- |
//! | write the business logic | implement [`PingSystem`] |
//! | serve it | [`router`], or [`server()`] to say how |
//! | call it | [`Client`] |
//! | stand in for it in a test | [`Stub`] |
//!
//! # Operations
//!
//! | operation | request | what it does |
//! | --- | --- | --- |
//! | [`ping`](operations::ping) | `GET /v1/ping` | Say whether anyone is there. |

mod client;
mod contract;
pub mod meta;
pub mod operations;
mod server;
mod stub;

pub use client::Client;
pub use contract::PingSystem;
pub use server::{router, server};
pub use stub::Stub;
