// @generated from specs/services/inventory-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! The operations of the Inventory Service, a module each.

pub mod adjust_stock;
pub mod get_stock_level;
pub mod list_stock_levels;
