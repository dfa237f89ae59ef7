// @generated from specs/apis/experience/customer-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! The operations of the Customer Experience API, a module each.

pub mod change_settings;
pub mod close_account;
pub mod get_account;
pub mod get_dashboard;
pub mod sign_up;
