// @generated from specs/process.yaml by `cargo xtask generate`. Do not edit.

//! The operations of the Parcel Process API, a module each.

pub mod get_parcel;
