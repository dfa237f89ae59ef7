// @generated from specs/course.yaml by `cargo xtask generate`. Do not edit.

//! What the Obstacle API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "obstacle-api",
    title: "Obstacle API",
    version: "1.0.0-rc.1+build.5",
    major: 1,
    tier: Tier::Process,
    digest: "75ee5401c388f1e78df14fd4916b033cccf520f0e0065968da9e95a7a5e877e2",
    openapi: include_str!("../openapi.json"),
};
