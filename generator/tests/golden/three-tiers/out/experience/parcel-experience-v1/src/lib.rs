// @generated from specs/experience.yaml by `cargo xtask generate`. Do not edit.

//! Parcel Experience API, version 1.0.0 (experience tier, parcel domain, owned by
//! channel-team).
//!
//! Lets a customer follow a parcel from a phone.
//!
//! | to | use |
//! | --- | --- |
//! | write the business logic | implement [`ParcelExperience`] |
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
mod types;

pub use client::Client;
pub use contract::ParcelExperience;
pub use server::{router, server};
pub use stub::Stub;
pub use types::ParcelView;

/// The Parcel Process API, which this API may call.
pub mod parcels {
    pub use parcel_process_v1::{
        Client, ParcelProcess, Stub, errors, meta, operations, router, server,
    };
}
