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
    digest: "fb0c5553fc6348b1be5ecb82c9019e6f62482c730d03e43cb126a4e25f51f254",
    openapi: include_str!("../openapi.json"),
};
