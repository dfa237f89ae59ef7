// @generated from specs/services/inventory-service.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Inventory Service is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "inventory-service",
    title: "Inventory Service",
    version: "1.0.0",
    major: 1,
    tier: Tier::Service,
    digest: "6fdd0b9621bfbc5856fdd1c67caea059df503f20480c2ead59903621ca4bda29",
    openapi: include_str!("../openapi.json"),
};
