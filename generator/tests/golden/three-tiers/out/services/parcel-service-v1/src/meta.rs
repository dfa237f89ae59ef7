// @generated from specs/service.yaml by `cargo xtask generate`. Do not edit.

//! What the Parcel Service is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "parcel-service",
    title: "Parcel Service",
    version: "1.0.0",
    major: 1,
    tier: Tier::Service,
    digest: "2da25e571aab812ed10a94a80d3c40724c043b58d785dd5231d62cdc433ec059",
    openapi: include_str!("../openapi.json"),
    asyncapi: None,
};
