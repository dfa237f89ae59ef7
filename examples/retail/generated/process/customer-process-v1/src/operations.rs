// @generated from specs/apis/process/customer-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! The operations of the Customer Process API, a module each.

pub mod change_profile;
pub mod close_customer;
pub mod get_customer;
pub mod get_standing;
pub mod list_customers;
pub mod list_order_history;
pub mod register_customer;
