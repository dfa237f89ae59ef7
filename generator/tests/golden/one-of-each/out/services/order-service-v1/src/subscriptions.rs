// @generated from specs/services/order.yaml by `cargo xtask generate`. Do not edit.

//! What the Order Service consumes, a module for each event.

pub mod count_order;
pub mod refund_order;
