// @generated from specs/services/inventory-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Inventory Service is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "inventory-service",
    title: "Inventory Service",
    version: "1.0.0",
    major: 1,
    tier: Tier::Service,
    digest: "ce0bc1ade926a7f7005e0bc6e0767d2aca402b0f5972b88b1f59377ce0b92ced",
    openapi: include_str!("../openapi.json"),
};
