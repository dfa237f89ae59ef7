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
    digest: "a9d99ebe2e5936eef65984426e9ba477d5e6901285e0b5625cd7c4b2beb5ebac",
    openapi: include_str!("../openapi.json"),
};
