// @generated from specs/apis/system/erp-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! The operations of the ERP System API, a module each.

pub mod create_shipment;
pub mod get_category;
pub mod get_product;
pub mod get_reservation;
pub mod get_shipment;
pub mod list_products;
pub mod list_shipments;
pub mod release_stock;
pub mod reserve_stock;
