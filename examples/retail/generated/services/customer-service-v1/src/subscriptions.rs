// @generated from specs/services/customer-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Customer Service consumes, a module for each event.

pub mod raise_loyalty;
pub mod tell_crm;
