// @generated from specs/services/order-history-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! The operations of the Order History Service, a module each.

pub mod get_past_order;
pub mod list_past_orders;
