// @generated from specs/ping.yaml by `cargo xtask generate`. Do not edit.

//! What the Ping System API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "ping-system",
    title: "Ping System API",
    version: "1.0.0",
    major: 1,
    tier: Tier::System,
    digest: "6872901a7f9475f3f651421602d9295f42cb0220c02d76cead7dd89c13f0b2d7",
    openapi: include_str!("../openapi.json"),
    asyncapi: None,
};
