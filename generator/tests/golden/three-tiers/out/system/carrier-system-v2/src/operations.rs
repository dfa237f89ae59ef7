// @generated from specs/system.yaml by `cargo xtask generate`. Do not edit.

//! The operations of the Carrier System API, a module each.

pub mod collect_parcel;
