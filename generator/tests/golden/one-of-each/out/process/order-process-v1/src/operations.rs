// @generated from specs/apis/order.yaml by `cargo xtask generate`. Do not edit.

//! The operations of the Order Process API, a module each.

pub mod cancel_order;
pub mod change_order;
pub mod count_orders;
pub mod get_order;
pub mod list_orders;
pub mod place_order;
