// @generated from specs/services/order-history-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Order History Service consumes, a module for each event.

pub mod note_cancellation;
pub mod note_confirmation;
pub mod note_order;
