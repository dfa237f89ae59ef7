// @generated from specs/services/order.yaml by `cargo xtask generate`. Do not edit.

//! What the Order Service is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "order-service",
    title: "Order Service",
    version: "1.0.0",
    major: 1,
    tier: Tier::Service,
    digest: "31ce105cd117093d84a3a378ac06058ba4992534c3feb7ed51d4e52018eb9ad9",
    openapi: include_str!("../openapi.json"),
    asyncapi: Some(include_str!("../asyncapi.json")),
};
