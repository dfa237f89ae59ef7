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
    digest: "f5134a74206667f2ec58190b8598bd28e7f62ba93f4fa67be15c547ada546db3",
    openapi: include_str!("../openapi.json"),
};
