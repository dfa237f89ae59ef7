// @generated from specs/apis/billing.v2.yaml by `cargo xtask generate`. Do not edit.

//! Billing System API, version 2.1.0 (system tier, order domain, owned by billing-team).
//!
//! The interface to the bills.
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
//! | [`count_bills`](operations::count_bills) | `GET /v2/bills/count` | Count the bills. |

mod client;
mod contract;
pub mod meta;
pub mod operations;
mod server;
mod stub;

pub use client::Client;
pub use contract::BillingSystem;
pub use server::{router, server};
pub use stub::Stub;
