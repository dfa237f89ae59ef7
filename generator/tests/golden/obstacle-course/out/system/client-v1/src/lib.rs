// @generated from specs/client.yaml by `cargo xtask generate`. Do not edit.

//! Client API, version 1.0.0 (system tier, words domain, owned by naming-team).
//!
//! An API called `Client`, with a type called `Server`.
//!
//! | to | use |
//! | --- | --- |
//! | write the business logic | implement [`ClientApi`] |
//! | serve it | [`router`], or [`server()`] to say how |
//! | call it | [`Client`] |
//! | stand in for it in a test | [`Stub`] |
//!
//! # Operations
//!
//! | operation | request | what it does |
//! | --- | --- | --- |
//! | [`call`](operations::call) | `GET /v1/call` | Call. |

mod client;
mod contract;
pub mod meta;
pub mod operations;
mod server;
mod stub;
mod types;

pub use client::Client;
pub use contract::ClientApi;
pub use server::{router, server};
pub use stub::Stub;
pub use types::Server;
