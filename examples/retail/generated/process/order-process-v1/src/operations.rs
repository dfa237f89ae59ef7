// @generated from specs/apis/process/order-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! The operations of the Order Process API, a module each.

pub mod get_order;
pub mod list_orders;
pub mod place_order;
