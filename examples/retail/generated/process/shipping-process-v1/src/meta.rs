// @generated from specs/apis/process/shipping-process.v1.yaml by `cargo xtask generate`. Do not edit.

//! What the Shipping Process API is, for whoever serves, lists or checks it.

use tiebeam::operation::{Api, Tier};

/// The API's identity and document.
pub static API: Api = Api {
    name: "shipping-process",
    title: "Shipping Process API",
    version: "1.1.0",
    major: 1,
    tier: Tier::Process,
    digest: "bb245ef49da668f52598c574af50c0351a734f14505e1739b3a7d6db2442f5e9",
    openapi: include_str!("../openapi.json"),
};
