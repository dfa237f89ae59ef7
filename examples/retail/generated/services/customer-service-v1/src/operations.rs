// @generated from specs/services/customer-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! The operations of the Customer Service, a module each.

pub mod change_profile;
pub mod close_customer;
pub mod create_customer;
pub mod get_customer;
pub mod list_customers;
