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
    digest: "aa5e47a507cf48ce939b0d6ec3fc2515610ce5ae58f724fd78f92f9ac6e92ec3",
    openapi: include_str!("../openapi.json"),
};
