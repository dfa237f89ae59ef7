// @generated from specs/service.yaml by `cargo xtask generate`. Do not edit.

//! The operations of the Service, a module each.

pub mod work;
