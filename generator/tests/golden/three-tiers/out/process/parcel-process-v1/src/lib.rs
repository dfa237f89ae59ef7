// @generated from specs/process.yaml by `cargo xtask generate`. Do not edit.

//! Parcel Process API, version 1.4.0 (process tier, parcel domain, owned by parcel-team).
//!
//! Takes a parcel from the shelf to the door.
//!
//! | to | use |
//! | --- | --- |
//! | write the business logic | implement [`ParcelProcess`] |
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
pub use contract::ParcelProcess;
pub use server::{router, server};
pub use stub::Stub;

/// The Carrier System API, which this API may call.
pub mod carrier {
    pub use carrier_system_v2::{
        CarrierSystem, Client, Stub, errors, meta, operations, router, server,
    };
}

/// The Parcel Service, which this API may call.
pub mod parcels {
    pub use parcel_service_v1::{
        Client, ParcelService, Stub, errors, meta, operations, router, server,
    };
}
