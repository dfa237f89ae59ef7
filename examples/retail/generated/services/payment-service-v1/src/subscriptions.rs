// @generated from specs/services/payment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Payment Service consumes, a module for each event.

pub mod void_payment;
