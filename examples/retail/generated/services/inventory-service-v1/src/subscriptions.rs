// @generated from specs/services/inventory-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Inventory Service consumes, a module for each event.

pub mod release_for_order;
pub mod reserve_for_order;
