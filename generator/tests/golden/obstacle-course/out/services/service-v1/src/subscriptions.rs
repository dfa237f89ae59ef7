// @generated from specs/service.yaml by `cargo xtask generate`. Do not edit.

//! What the Service consumes, a module for each event.

pub mod apis;
pub mod bus;
pub mod consumers;
pub mod effects;
