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
    digest: "1d62a66a0b06b2ab2da2561b1941ea567d5c9b6588407d66a090ebb4401da0c7",
    openapi: include_str!("../openapi.json"),
};
