// @generated from specs by `cargo xtask generate`. Do not edit.

//! The canonical models of three-tiers: one module a domain.
//!
//! One request's way from a channel to a system of record.

pub mod parcel;
