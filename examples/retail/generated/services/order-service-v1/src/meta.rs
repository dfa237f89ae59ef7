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
    digest: "a0150942487e9bc798d27630ea1a048022d854ffd2aa737368b5bc7beea76d00",
    openapi: include_str!("../openapi.json"),
};
