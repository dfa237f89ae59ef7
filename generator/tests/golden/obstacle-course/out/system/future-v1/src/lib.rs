// @generated from specs/hurdles.yaml by `cargo xtask generate`. Do not edit.

//! Future API, version 1.0.0 (system tier, words domain, owned by naming-team).
//!
//! An API whose trait would be called like one of the prelude's: "Future".
//!
//! | to | use |
//! | --- | --- |
//! | write the business logic | implement [`FutureApi`] |
//! | serve it | [`router`], or [`server()`] to say how |
//! | call it | [`Client`] |
//! | stand in for it in a test | [`Stub`] |
//!
//! # Operations
//!
//! | operation | request | what it does |
//! | --- | --- | --- |
//! | [`poll`](operations::poll) | `GET /v1/poll` | Poll. |

mod client;
mod contract;
pub mod meta;
pub mod operations;
mod server;
mod stub;

pub use client::Client;
pub use contract::FutureApi;
pub use server::{router, server};
pub use stub::Stub;
