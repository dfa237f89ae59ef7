// @generated from specs/services/order-history-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Order History Service is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "order-history-service",
    title: "Order History Service",
    version: "1.0.0",
    major: 1,
    tier: Tier::Service,
    digest: "66d35c5c05f599886de8c59d66efb7c745b6debab7b5db6a540c1c785dc71231",
    openapi: include_str!("../openapi.json"),
};
