// @generated from specs/services/order.yaml by `cargo xtask generate`. Do not edit.

//! What the Order Service is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "order-service",
    title: "Order Service",
    version: "1.0.0",
    major: 1,
    tier: Tier::Service,
    digest: "23275fd14c27d77378e6a0d9024f028f80490eae3f42b2fb33d14f84e657ab95",
    openapi: include_str!("../openapi.json"),
};
