// @generated from specs/apis/billing.v2.yaml by `cargo xtask generate`. Do not edit.

//! The operations of the Billing System API, a module each.

pub mod count_bills;
