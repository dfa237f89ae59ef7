// @generated from specs/services/customer-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Customer Service is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "customer-service",
    title: "Customer Service",
    version: "1.2.0",
    major: 1,
    tier: Tier::Service,
    digest: "d471db5d02bf945889ffd0d6b736a21ab4fb1305de72bf96d9f88517f4e07a89",
    openapi: include_str!("../openapi.json"),
};
