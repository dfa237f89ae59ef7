// @generated from specs/services/order.yaml by `cargo xtask generate`. Do not edit.

//! The operations of the Order Service, a module each.

pub mod create_order;
pub mod get_order;
