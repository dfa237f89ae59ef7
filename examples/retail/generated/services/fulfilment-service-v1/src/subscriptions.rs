// @generated from specs/services/fulfilment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Fulfilment Service consumes, a module for each event.

pub mod drop_plan;
pub mod plan_parcels;
