// @generated from specs/apis/process/customer-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Customer Process API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "customer-process",
    title: "Customer Process API",
    version: "1.3.0",
    major: 1,
    tier: Tier::Process,
    digest: "0b1c2f151ce0293ade47bb16eeb5d27b899c06576b2aa4ed19217f145ecc86d2",
    openapi: include_str!("../openapi.json"),
};
