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
    digest: "6e2928b7cfad4a40f16d7aa112c7a002cfed05b62985bed36f57387166c62461",
    openapi: include_str!("../openapi.json"),
    asyncapi: None,
};
