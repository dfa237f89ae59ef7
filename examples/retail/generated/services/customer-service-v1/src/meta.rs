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
    digest: "62c94983ba244992c6d11a272ba5046cae2ee1cc0dfbef09692a76f8ed031156",
    openapi: include_str!("../openapi.json"),
};
