// @generated from specs/services/inventory-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Inventory Service is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "inventory-service",
    title: "Inventory Service",
    version: "1.0.0",
    major: 1,
    tier: Tier::Service,
    digest: "7a30f3eb5cb2289fe0d2887799cade190ded9081584a820ccf4247790d861f32",
    openapi: include_str!("../openapi.json"),
    asyncapi: Some(include_str!("../asyncapi.json")),
};
