// @generated from specs/experience.yaml by `cargo xtask generate`. Do not edit.

//! What the Parcel Experience API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "parcel-experience",
    title: "Parcel Experience API",
    version: "1.0.0",
    major: 1,
    tier: Tier::Experience,
    digest: "821e242872753952045916852185b7bdd483682a4f3a29c2e17d4bd863970bbc",
    openapi: include_str!("../openapi.json"),
};
