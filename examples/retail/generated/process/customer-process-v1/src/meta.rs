// @generated from specs/apis/process/customer-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Customer Process API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "customer-process",
    title: "Customer Process API",
    version: "1.3.0",
    major: 1,
    tier: Tier::Process,
    digest: "5ec8a927b5e42466751bd22f9ae0f3945a3e678cc5044f945a4944f6b34d82f8",
    openapi: include_str!("../openapi.json"),
};
