// @generated from specs/course.yaml by `cargo xtask generate`. Do not edit.

//! What the Obstacle API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "obstacle-api",
    title: "Obstacle API",
    version: "1.0.0-rc.1+build.5",
    major: 1,
    tier: Tier::Process,
    digest: "fef727530ef832bb9545058e911e6676cbdc43fb89ed53b259637320144666d5",
    openapi: include_str!("../openapi.json"),
    asyncapi: None,
};
