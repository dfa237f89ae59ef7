// @generated from specs/apis/billing.v2.yaml by `cargo xtask generate`. Do not edit.

//! What the Billing System API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "billing-system",
    title: "Billing System API",
    version: "2.1.0",
    major: 2,
    tier: Tier::System,
    digest: "efcc9daff26faf96a33a3b3ec7e2619917b43ce255e30bcbc2dd34ae1c3202cd",
    openapi: include_str!("../openapi.json"),
    asyncapi: None,
};
