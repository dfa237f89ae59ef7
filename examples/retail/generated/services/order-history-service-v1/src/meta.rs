// @generated from specs/services/order-history-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Order History Service is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "order-history-service",
    title: "Order History Service",
    version: "1.0.0",
    major: 1,
    tier: Tier::Service,
    digest: "c4568a1f50bc1337b89272357d4ce3734d630df48f34fe3cd5c9ba9ab9707c40",
    openapi: include_str!("../openapi.json"),
    asyncapi: Some(include_str!("../asyncapi.json")),
};
