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
    digest: "3c6e46dcf6621d41228707419322feb5208fc1ce8934b20b404742e62968aaa8",
    openapi: include_str!("../openapi.json"),
};
