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
    digest: "c37d6ae0d5679374197ab45f602beaa5a83e3e379c5428413c9914fc9408a777",
    openapi: include_str!("../openapi.json"),
};
