// @generated from specs/services/fulfilment-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Fulfilment Service is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "fulfilment-service",
    title: "Fulfilment Service",
    version: "1.0.0",
    major: 1,
    tier: Tier::Service,
    digest: "4d573256e19ee3aaa9a0a586c1e96002c9a38f42e3db2a83fa5c575d43cd2c7a",
    openapi: include_str!("../openapi.json"),
    asyncapi: Some(include_str!("../asyncapi.json")),
};
