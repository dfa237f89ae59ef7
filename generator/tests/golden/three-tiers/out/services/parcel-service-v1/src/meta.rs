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
    digest: "84a716666a0f37ef52e708dfc0ae193f2078c55b035db07af9dce46e0321fa4d",
    openapi: include_str!("../openapi.json"),
};
