// @generated from specs/services/payment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! The operations of the Payment Service, a module each.

pub mod get_payment;
pub mod list_payments;
pub mod record_payment;
pub mod settle_payment;
