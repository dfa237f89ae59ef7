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
    digest: "b6787c7b83ecb7ac102c3f45a717ee554177bcacfcecc75c66713e864c9e8606",
    openapi: include_str!("../openapi.json"),
};
