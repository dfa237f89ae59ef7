// @generated from specs/ping.yaml by `cargo xtask generate`. Do not edit.

//! The operations of the Ping System API, a module each.

pub mod ping;
