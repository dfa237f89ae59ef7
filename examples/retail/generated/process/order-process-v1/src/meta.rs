// @generated from specs/apis/process/order-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Order Process API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "order-process",
    title: "Order Process API",
    version: "1.6.0",
    major: 1,
    tier: Tier::Process,
    digest: "af79a2a2da0d945fc2ef5cc9763adf04c60281d3fbfa4db2d4a80bcc9e61e4f5",
    openapi: include_str!("../openapi.json"),
};
