// @generated from specs/apis/order.yaml by `cargo xtask generate`. Do not edit.

//! What the Order Process API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "order-process",
    title: "Order Process API",
    version: "1.2.0",
    major: 1,
    tier: Tier::Process,
    digest: "e44ce9d34e667a886dc50f0e4be04743ff9f48acf6c128a7efd1fc99f5d38cb4",
    openapi: include_str!("../openapi.json"),
    asyncapi: None,
};
