// @generated from specs/services/order-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! The operations of the Order Service, a module each.

pub mod cancel_order;
pub mod change_status;
pub mod create_order;
pub mod get_order;
pub mod list_orders;
