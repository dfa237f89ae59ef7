// @generated from specs/apis/billing.v2.yaml by `cargo xtask generate`. Do not edit.

//! What the Billing System API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "billing-system",
    title: "Billing System API",
    version: "2.1.0",
    major: 2,
    tier: Tier::System,
    digest: "eba5b7cd04e6584cf9d3a9f2c087cbcda20e21d990ed131e7ff4c09a75e22b65",
    openapi: include_str!("../openapi.json"),
};
