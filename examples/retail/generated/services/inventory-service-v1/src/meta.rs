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
    digest: "8bdf36a520c0aabb11fdbe9e21ded914cf71982795cc3e803f02e94715964a6a",
    openapi: include_str!("../openapi.json"),
};
