// @generated from specs/services/order.yaml by `cargo xtask generate`. Do not edit.

//! What the Order Service is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "order-service",
    title: "Order Service",
    version: "1.0.0",
    major: 1,
    tier: Tier::Service,
    digest: "1fb03d7d7ac98ff28703da5b86ca1c8e94e5a412d307745374be0c6ce6481a90",
    openapi: include_str!("../openapi.json"),
};
