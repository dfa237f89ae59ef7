// @generated from specs/services/order-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Order Service is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "order-service",
    title: "Order Service",
    version: "1.3.0",
    major: 1,
    tier: Tier::Service,
    digest: "c6b97585962e0207dee7597d92e368ca33ed140ea5886930424503a10cb5d9a7",
    openapi: include_str!("../openapi.json"),
    asyncapi: Some(include_str!("../asyncapi.json")),
};
