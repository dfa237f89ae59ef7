// @generated from specs/ping.yaml by `cargo xtask generate`. Do not edit.

//! What the Ping System API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "ping-system",
    title: "Ping System API",
    version: "1.0.0",
    major: 1,
    tier: Tier::System,
    digest: "ea5b81fbca886c1a0ab603ec5bd3c3a8b7f95bb4deb6d18a5d86a85d919f5434",
    openapi: include_str!("../openapi.json"),
};
