// @generated from specs/services/order-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Order Service is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "order-service",
    title: "Order Service",
    version: "1.4.0",
    major: 1,
    tier: Tier::Service,
    digest: "06edd9c0808173ef21befd450d54c5a90aec40a50e04caa0d59bae7658ff5d6e",
    openapi: include_str!("../openapi.json"),
    asyncapi: Some(include_str!("../asyncapi.json")),
};
