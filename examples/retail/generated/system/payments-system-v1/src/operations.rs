// @generated from specs/apis/system/payments-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! The operations of the Payments System API, a module each.

pub mod authorize;
pub mod capture_authorization;
pub mod get_authorization;
pub mod void_authorization;
