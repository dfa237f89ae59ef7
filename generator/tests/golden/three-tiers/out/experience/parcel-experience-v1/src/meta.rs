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
    digest: "262c0e171bca70779b0a7d746995d48fae3d8683e279e58b17554167e433b50f",
    openapi: include_str!("../openapi.json"),
};
