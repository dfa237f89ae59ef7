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
    digest: "67cacd1a5c09bbd4360afe95703db8fdf6bb627259a82553b7ead3035aa91440",
    openapi: include_str!("../openapi.json"),
};
