// @generated from specs/system.yaml by `cargo xtask generate`. Do not edit.

//! What the Carrier System API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "carrier-system",
    title: "Carrier System API",
    version: "2.0.1",
    major: 2,
    tier: Tier::System,
    digest: "3ae498b97d26ce16ef7e6abac29e6349c38b3d48a1f68b8826a99607cf8bd7b5",
    openapi: include_str!("../openapi.json"),
};
