// @generated from specs/apis/process/shipping-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! The operations of the Shipping Process API, a module each.

pub mod create_shipment;
pub mod get_shipment;
pub mod list_shipments;
pub mod plan_shipment;
