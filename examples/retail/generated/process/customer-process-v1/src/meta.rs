// @generated from specs/apis/process/customer-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Customer Process API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "customer-process",
    title: "Customer Process API",
    version: "1.3.0",
    major: 1,
    tier: Tier::Process,
    digest: "5825283320ef426271bff2a51e54b626ec6044518c99a26f139f6e0e0a72d3e4",
    openapi: include_str!("../openapi.json"),
    asyncapi: None,
};
