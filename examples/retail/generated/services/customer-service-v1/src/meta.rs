// @generated from specs/services/customer-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Customer Service is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "customer-service",
    title: "Customer Service",
    version: "1.1.0",
    major: 1,
    tier: Tier::Service,
    digest: "fec0699837a35bebeea4e2660f100416c5766382cf1106eb5e8c44c0d8a00c34",
    openapi: include_str!("../openapi.json"),
    asyncapi: Some(include_str!("../asyncapi.json")),
};
