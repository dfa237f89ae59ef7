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
    digest: "0f720fce062c932a13746970c9afab4efd7062c8f6ce1dd816e435d24103c572",
    openapi: include_str!("../openapi.json"),
};
