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
    digest: "9ec8190851a8d05fc43fa348b89ebb9627c97a06336bd8d978a079d99c8f3060",
    openapi: include_str!("../openapi.json"),
};
