// @generated from specs/services/order-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Order Service consumes, a module for each event.

pub mod cancel_short_order;
pub mod cancel_unpaid_order;
pub mod confirm_paid_order;
pub mod remember_reservation;
