// @generated from specs/apis/process/order-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Order Process API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "order-process",
    title: "Order Process API",
    version: "1.6.0",
    major: 1,
    tier: Tier::Process,
    digest: "767d19843d690b3a161efc0ab24a94e537854401f159c143493316b3737b5806",
    openapi: include_str!("../openapi.json"),
    asyncapi: None,
};
