// @generated from specs/client.yaml by `cargo xtask generate`. Do not edit.

//! The operations of the Client API, a module each.

pub mod call;
