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
    digest: "604c1ac9d50216d70ddf02f6962c8c48c7692b33fb43185443fd489b42dd2e7b",
    openapi: include_str!("../openapi.json"),
    asyncapi: Some(include_str!("../asyncapi.json")),
};
