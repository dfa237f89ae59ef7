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
    digest: "75b91e45b4a08935d286f0db51c694a492361c6e18d88d7766d5e7b0f588bf62",
    openapi: include_str!("../openapi.json"),
};
