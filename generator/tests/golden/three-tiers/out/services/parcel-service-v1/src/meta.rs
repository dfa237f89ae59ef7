// @generated from specs/service.yaml by `cargo xtask generate`. Do not edit.

//! What the Parcel Service is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "parcel-service",
    title: "Parcel Service",
    version: "1.0.0",
    major: 1,
    tier: Tier::Service,
    digest: "590683e254332bc00ec5d15def8a09c996f35982fab3584d67361bb10bee7f70",
    openapi: include_str!("../openapi.json"),
};
