// @generated from specs/hurdles.yaml by `cargo xtask generate`. Do not edit.

//! What the Future API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "future",
    title: "Future API",
    version: "1.0.0",
    major: 1,
    tier: Tier::System,
    digest: "1ad1ddbb676dab93a7f95b84b364ede7d996e6e805902931da49ffdc94b25108",
    openapi: include_str!("../openapi.json"),
    asyncapi: None,
};
