// @generated from specs/service.yaml by `cargo xtask generate`. Do not edit.

//! What the Service is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "service",
    title: "Service",
    version: "1.0.0",
    major: 1,
    tier: Tier::Service,
    digest: "00dd28e919f43444f316ad9c714c8b51714582f4cb98a23713b18c582d0045a1",
    openapi: include_str!("../openapi.json"),
};
