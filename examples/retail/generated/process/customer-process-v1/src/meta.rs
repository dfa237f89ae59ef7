// @generated from specs/apis/process/customer-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Customer Process API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and documents.
pub static API: Api = Api {
    name: "customer-process",
    title: "Customer Process API",
    version: "1.4.0",
    major: 1,
    tier: Tier::Process,
    digest: "250208fd4ebf9c017328745b865b40c8ba4176469042647bde6445cb96f6dc42",
    openapi: include_str!("../openapi.json"),
    asyncapi: None,
};
