// @generated from specs/apis/billing.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Billing System API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "billing-system",
    title: "Billing System API",
    version: "1.0.0",
    major: 1,
    tier: Tier::System,
    digest: "fe9138d8602370b0f6ebd3b522990db1e03027ceef97cd7d8597e569d84e7f85",
    openapi: include_str!("../openapi.json"),
};
