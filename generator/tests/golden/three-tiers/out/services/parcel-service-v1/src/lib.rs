// @generated from specs/service.yaml by `cargo xtask generate`. Do not edit.

//! Parcel Service, version 1.0.0 (service tier, parcel domain, owned by parcel-team).
//!
//! Owns the parcels.
//!
//! | to | use |
//! | --- | --- |
//! | write the business logic | implement [`ParcelService`] |
//! | serve it | [`router`], or [`server()`] to say how |
//! | call it | [`Client`] |
//! | stand in for it in a test | [`Stub`] |
//!
//! # Operations
//!
//! | operation | request | what it does |
//! | --- | --- | --- |
//! | [`get_parcel`](operations::get_parcel) | `GET /v1/parcels/{parcelId}` | Show a parcel. |

mod client;
mod contract;
pub mod errors;
pub mod meta;
pub mod operations;
mod server;
mod stub;

pub use client::Client;
pub use contract::ParcelService;
pub use server::{router, server};
pub use stub::Stub;
