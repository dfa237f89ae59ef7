// @generated from specs/services/customer-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Customer Service is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "customer-service",
    title: "Customer Service",
    version: "1.2.0",
    major: 1,
    tier: Tier::Service,
    digest: "c8aa1cb129755f5494acbb9a1e2bf316a8000bba84df9d56821069dba28e21ca",
    openapi: include_str!("../openapi.json"),
    asyncapi: Some(include_str!("../asyncapi.json")),
};
