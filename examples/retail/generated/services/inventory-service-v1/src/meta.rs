// @generated from specs/services/inventory-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Inventory Service is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "inventory-service",
    title: "Inventory Service",
    version: "1.1.0",
    major: 1,
    tier: Tier::Service,
    digest: "e616b8718d3a95106298df0afc12d3f04663d91169eb6f5a3ce9771823f44893",
    openapi: include_str!("../openapi.json"),
    asyncapi: Some(include_str!("../asyncapi.json")),
};
