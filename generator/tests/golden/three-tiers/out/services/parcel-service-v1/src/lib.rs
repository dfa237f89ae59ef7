// @generated from specs/service.yaml by `cargo xtask generate`. Do not edit.

//! Parcel Service, version 1.0.0 (service tier, parcel domain, owned by parcel-team).
//!
//! Owns the parcels.
//!
//! | to | use |
//! | --- | --- |
//! | write the business logic | implement [`ParcelServiceLogic`] and make a [`Service`] of it |
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
mod logic;
pub mod meta;
pub mod operations;
mod server;
mod service;
mod stub;

pub use client::Client;
pub use contract::ParcelService;
pub use logic::ParcelServiceLogic;
pub use server::{router, server};
pub use service::Service;
pub use stub::Stub;
