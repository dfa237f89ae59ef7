// @generated from specs/apis/process/order-process.v2.yaml by `cargo xtask generate`. Do not edit.

//! What the Order Process API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "order-process",
    title: "Order Process API",
    version: "2.1.0",
    major: 2,
    tier: Tier::Process,
    digest: "8c62a8a9d0dc1aef5c7a9c0b2b6e1c7cfa55c1f89c33ab563efcaeaa0f283ba3",
    openapi: include_str!("../openapi.json"),
};
