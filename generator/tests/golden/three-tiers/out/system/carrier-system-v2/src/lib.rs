// @generated from specs/system.yaml by `cargo xtask generate`. Do not edit.

//! Carrier System API, version 2.0.1 (system tier, parcel domain, owned by carrier-team).
//!
//! The stable interface to the carrier.
//!
//! | to | use |
//! | --- | --- |
//! | write the business logic | implement [`CarrierSystem`] |
//! | serve it | [`router`], or [`server()`] to say how |
//! | call it | [`Client`] |
//! | stand in for it in a test | [`Stub`] |
//!
//! # Operations
//!
//! | operation | request | what it does |
//! | --- | --- | --- |
//! | [`collect_parcel`](operations::collect_parcel) | `PUT /v2/parcels/{parcelId}/collection` | Have a parcel collected. |

mod client;
mod contract;
pub mod errors;
pub mod meta;
pub mod operations;
mod server;
mod stub;

pub use client::Client;
pub use contract::CarrierSystem;
pub use server::{router, server};
pub use stub::Stub;
