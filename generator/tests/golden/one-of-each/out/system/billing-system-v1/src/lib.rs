// @generated from specs/apis/billing.v1.yaml by `cargo xtask generate`. Do not edit.

//! Billing System API, version 1.0.0 (system tier, order domain, owned by billing-team).
//!
//! The old interface to the bills.
//!
//! **Deprecated** since 2026-01-01, answers until 2026-12-31; use `billing-system@2` instead.
//! The second version knows currencies.
//!
//! | to | use |
//! | --- | --- |
//! | write the business logic | implement [`BillingSystem`] |
//! | serve it | [`router`], or [`server()`] to say how |
//! | call it | [`Client`] |
//! | stand in for it in a test | [`Stub`] |
//!
//! # Operations
//!
//! | operation | request | what it does |
//! | --- | --- | --- |
//! | [`count_bills`](operations::count_bills) | `GET /v1/bills/count` | Count the bills. |

mod client;
mod contract;
pub mod meta;
pub mod operations;
mod server;
mod stub;
mod types;

pub use client::Client;
pub use contract::BillingSystem;
pub use server::{router, server};
pub use stub::Stub;
pub use types::Count;
