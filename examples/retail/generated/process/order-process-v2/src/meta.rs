// @generated from specs/apis/process/order-process.v2.yaml by `cargo xtask generate`. Do not edit.

//! What the Order Process API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "order-process",
    title: "Order Process API",
    version: "2.1.0",
    major: 2,
    tier: Tier::Process,
    digest: "f81fec3291aea7d1453e525973f514e58877fb99292064e4720139f15e1e9b6d",
    openapi: include_str!("../openapi.json"),
    asyncapi: None,
};
