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
    digest: "4bbdb0873526a1695b9df9e1763e374d6fc1b60f7f54b4cca1ea3ac288119512",
    openapi: include_str!("../openapi.json"),
};
