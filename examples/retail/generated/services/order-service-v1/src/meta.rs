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
    digest: "3119a3585c9e46974e1db5f4141a665781bf622636209cb2110b2ab22c3f14a4",
    openapi: include_str!("../openapi.json"),
};
