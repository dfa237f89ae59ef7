// @generated from specs/services/payment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Payment Service is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "payment-service",
    title: "Payment Service",
    version: "1.0.0",
    major: 1,
    tier: Tier::Service,
    digest: "a9b79e7e97cece4996df23864f1ef5e30c020ef61be3b2112e3f2e7cc1579608",
    openapi: include_str!("../openapi.json"),
    asyncapi: Some(include_str!("../asyncapi.json")),
};
