// @generated from specs/experience.yaml by `cargo xtask generate`. Do not edit.

//! What the Parcel Experience API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "parcel-experience",
    title: "Parcel Experience API",
    version: "1.0.0",
    major: 1,
    tier: Tier::Experience,
    digest: "5da7b66f9d40924d564d68fe2d162ae44dd37cf59e3f0cad18b86241ff5be0f0",
    openapi: include_str!("../openapi.json"),
    asyncapi: None,
};
