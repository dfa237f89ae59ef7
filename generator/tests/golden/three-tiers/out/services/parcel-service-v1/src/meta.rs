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
    digest: "976052aabd156f8caefdf841e534f12fccafefbebbf01ae81e1b036fb5118192",
    openapi: include_str!("../openapi.json"),
};
