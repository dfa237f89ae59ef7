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
    digest: "3155728d85bae683a8676fc0054bb86f0d5bced0ea23c4ef9491400d1a5a34ab",
    openapi: include_str!("../openapi.json"),
};
