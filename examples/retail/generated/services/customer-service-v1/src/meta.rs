// @generated from specs/services/customer-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Customer Service is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "customer-service",
    title: "Customer Service",
    version: "1.1.0",
    major: 1,
    tier: Tier::Service,
    digest: "9e36502b48d312adbbec320dacf4001366d86fe1ffae7231e5cddb69a08ef942",
    openapi: include_str!("../openapi.json"),
};
