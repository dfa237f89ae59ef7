// @generated from specs/services/inventory-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Inventory Service is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "inventory-service",
    title: "Inventory Service",
    version: "1.1.0",
    major: 1,
    tier: Tier::Service,
    digest: "8046d0e0e56ab62f39e5b6007fff7e0bfa7af03b73f38e3debb567dae84bc8cc",
    openapi: include_str!("../openapi.json"),
};
