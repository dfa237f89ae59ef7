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
    digest: "87d353d8a35e244cd840249a0d71983e41d0be5c17a78c62f912606a86a5ff72",
    openapi: include_str!("../openapi.json"),
};
