// @generated from specs/experience.yaml by `cargo xtask generate`. Do not edit.

//! The operations of the Parcel Experience API, a module each.

pub mod get_parcel;
