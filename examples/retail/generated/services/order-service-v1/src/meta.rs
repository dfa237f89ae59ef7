// @generated from specs/services/order-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Order Service is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "order-service",
    title: "Order Service",
    version: "1.4.0",
    major: 1,
    tier: Tier::Service,
    digest: "f19fb03845652d6722e54c828d68ab48fe819b90c86210447d8c471c4d012ff6",
    openapi: include_str!("../openapi.json"),
};
