// @generated from specs/apis/experience/customer-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Customer Experience API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "customer-experience",
    title: "Customer Experience API",
    version: "1.4.0",
    major: 1,
    tier: Tier::Experience,
    digest: "004d3188cb16ae6f712266336590e856e4efe50fd6c7e37a0bd6ed14c0d8c579",
    openapi: include_str!("../openapi.json"),
    asyncapi: None,
};
