// @generated from specs/parcel.yaml by `cargo xtask generate`. Do not edit.

//! Parcel: the canonical models of the domain, owned by parcel-team.
//!
//! What is sent to customers.

mod parcel_id;
mod parcel_model;

pub use parcel_id::ParcelId;
pub use parcel_model::Parcel;
