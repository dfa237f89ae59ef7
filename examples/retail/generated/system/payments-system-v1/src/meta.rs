// @generated from specs/apis/system/payments-system.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Payments System API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "payments-system",
    title: "Payments System API",
    version: "1.1.0",
    major: 1,
    tier: Tier::System,
    digest: "7cbbf35d3099d9a98e4f86f3bacd875b7724f6e414d0acd8c1e4e956f90699d6",
    openapi: include_str!("../openapi.json"),
};
