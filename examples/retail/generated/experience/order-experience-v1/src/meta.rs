// @generated from specs/apis/experience/order-experience.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Order Experience API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "order-experience",
    title: "Order Experience API",
    version: "1.2.0",
    major: 1,
    tier: Tier::Experience,
    digest: "18214cc37c6a281c0b2603c305ec4aafc966d35c2a76fda5d430603a05b2623f",
    openapi: include_str!("../openapi.json"),
    asyncapi: None,
};
