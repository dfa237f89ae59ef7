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
    digest: "215018110385c6f815eca06114ffcda9fd081618b51b93e34788c622ce3c4b4f",
    openapi: include_str!("../openapi.json"),
};
