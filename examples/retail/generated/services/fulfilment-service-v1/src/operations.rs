// @generated from specs/services/fulfilment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! The operations of the Fulfilment Service, a module each.

pub mod get_plan;
pub mod list_plans;
