// @generated from specs/hurdles.yaml by `cargo xtask generate`. Do not edit.

//! What the Future API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "future",
    title: "Future API",
    version: "1.0.0",
    major: 1,
    tier: Tier::System,
    digest: "8d4a9c2912f6a7e59c9090f71a8c4adee87081f9975c729a7cc47a1b00fe54f6",
    openapi: include_str!("../openapi.json"),
};
