// @generated from specs/services/order-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Order Service is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "order-service",
    title: "Order Service",
    version: "1.3.0",
    major: 1,
    tier: Tier::Service,
    digest: "52254acb3a08018bacd7e594077040b0e7dfc6afad9c3dce80e7286722280d8b",
    openapi: include_str!("../openapi.json"),
};
